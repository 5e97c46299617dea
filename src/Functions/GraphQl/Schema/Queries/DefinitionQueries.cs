using GraphQL.Types;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Admin.Experiments;
using PersonalizationEngine.Functions.Admin.Groups;
using PersonalizationEngine.Functions.Admin.Rules;
using PersonalizationEngine.Functions.Admin.Segments;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Definitions;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

/// <summary>What marketers define.</summary>
internal sealed class DefinitionQueries(
    RuleDesk rules, ExperimentDesk experiments, SegmentDesk segments, SavedGroupDesk groups, GraphQlLimits limits)
{
    public void AddTo(ObjectGraphType query)
    {
        query.AddDefinitions<Core.Rules.ContentRule, RuleAnswer, AnswerType<RuleAnswer>>("rules", "rule", "Content rules", rules, RuleAnswer.Of, limits);
        query.AddDefinitions<Core.Experiments.Experiment, ExperimentAnswer, ExperimentType>(
            "experiments", "experiment", "Experiments", experiments, ExperimentAnswer.Of, limits);
        query.AddDefinitions<Core.Segments.Segment, SegmentDefinitionAnswer, AnswerType<SegmentDefinitionAnswer>>(
            "segments", "segment", "Segments, which conditions name", segments, SegmentDefinitionAnswer.Of, limits);
        query.AddDefinitions<Core.Segments.SavedGroup, SavedGroupAnswer, AnswerType<SavedGroupAnswer>>(
            "groups", "group", "Saved groups, which conditions name", groups, SavedGroupAnswer.Of, limits);
    }
}
