using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Decisions;

/// <param name="IsIn">Whether the person was in it.</param>
/// <param name="Failure">The part of its condition that did not hold.</param>
internal sealed record SegmentVerdictAnswer(string Segment, bool IsIn, FailureAnswer? Failure)
{
    public static SegmentVerdictAnswer Of(SegmentVerdict verdict) =>
        new(verdict.Key, verdict.IsIn, verdict.Failure is null ? null : FailureAnswer.Of(verdict.Failure));
}
