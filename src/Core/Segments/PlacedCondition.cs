using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Scoring.Models;

namespace PersonalizationEngine.Core.Segments;

/// <summary>A condition and where it stands in the document of a definition.</summary>
public readonly record struct PlacedCondition(string Pointer, Condition Condition)
{
    public static IReadOnlyList<PlacedCondition> Of(Segment segment) => [new("/condition", segment.Condition.Condition)];

    public static IReadOnlyList<PlacedCondition> Of(Experiment experiment) =>
        experiment.Targeting is { } targeting ? [new("/condition", targeting.Condition)] : [];

    public static IReadOnlyList<PlacedCondition> Of(ContentRule rule) =>
    [
        new("/conditions", rule.Condition.Condition),
        .. rule.Actions.Select((action, index) => (Where: WhereOf(action), index))
            .Where(action => action.Where is not null)
            .Select(action => new PlacedCondition($"{JsonPointer.Append("/actions", action.index)}/where", action.Where!.Condition)),
    ];

    public static IReadOnlyList<PlacedCondition> Of(LeadModel model) =>
    [
        .. model.Groups.SelectMany((group, place) => group.Rules.Select((rule, index) => (Rule: rule, Pointer: $"/groups/{place}/rules/{index}/when")))
            .Where(one => one.Rule is FitRule)
            .Select(one => new PlacedCondition(one.Pointer, ((FitRule)one.Rule).When.Condition)),
    ];

    private static ConditionSource? WhereOf(RuleAction action) => action switch
    {
        BoostItems boost => boost.Where,
        FilterItems filter => filter.Where,
        _ => null,
    };
}
