using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Models.Backtesting;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models.Backtesting;

/// <param name="Count">People and instants at which they were in the segment, and had not converted before.</param>
/// <param name="Converted">How many of them converted soon after.</param>
/// <param name="Rate">Null when there are none.</param>
internal sealed record SegmentOutcomeAnswer(string Segment, int Count, int Converted, double? Rate)
{
    public static SegmentOutcomeAnswer Of(SegmentOutcome outcome) => new(outcome.Segment.Name(), outcome.Count, outcome.Converted, outcome.Rate);
}
