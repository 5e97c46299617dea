using System.Reflection;
using PersonalizationEngine.Functions.Admin.Experiments;
using PersonalizationEngine.Functions.Admin.Experiments.Results;
using PersonalizationEngine.Functions.Admin.Metrics;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Scoring;
using PersonalizationEngine.Functions.Webhooks;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>Which texts of answers are words of a list.</summary>
internal static class WireEnums
{
    private static readonly Dictionary<(Type Answer, string Property), Type> Known = new()
    {
        [(typeof(SegmentAnswer), nameof(SegmentAnswer.Segment))] = typeof(LeadSegmentEnum),
        [(typeof(SegmentAnswer), nameof(SegmentAnswer.NextSegment))] = typeof(LeadSegmentEnum),
        [(typeof(LeadScoreAnswer), nameof(LeadScoreAnswer.Segment))] = typeof(LeadSegmentEnum),
        [(typeof(PersonalizeAnswer), nameof(PersonalizeAnswer.Segment))] = typeof(LeadSegmentEnum),
        [(typeof(SlotAnswer), nameof(SlotAnswer.Reason))] = typeof(SlotReasonEnum),
        [(typeof(AssignmentAnswer), nameof(AssignmentAnswer.Reason))] = typeof(AssignmentReasonEnum),
        [(typeof(VerdictAnswer), nameof(VerdictAnswer.Result))] = typeof(RuleOutcomeEnum),
        [(typeof(ExperimentAnswer), nameof(ExperimentAnswer.Status))] = typeof(ExperimentStatusEnum),
        [(typeof(ResultsAnswer), nameof(ResultsAnswer.Status))] = typeof(ExperimentStatusEnum),
        [(typeof(ResultsAnswer), nameof(ResultsAnswer.Method))] = typeof(ResultMethodEnum),
        [(typeof(ArmAnswer), nameof(ArmAnswer.Verdict))] = typeof(ArmVerdictEnum),
        [(typeof(ComparisonAnswer), nameof(ComparisonAnswer.Verdict))] = typeof(ArmVerdictEnum),
        [(typeof(EventResultAnswer), nameof(EventResultAnswer.Status))] = typeof(EventStatusEnum),
    };

    public static Type? Of(PropertyInfo property) => Known.GetValueOrDefault((property.DeclaringType!, property.Name));
}
