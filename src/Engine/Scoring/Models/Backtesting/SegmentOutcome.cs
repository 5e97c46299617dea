using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <param name="Count">People and instants at which they were in the segment, and had not converted before.</param>
/// <param name="Converted">How many of them converted soon after.</param>
public sealed record SegmentOutcome(LeadSegment Segment, int Count, int Converted)
{
    /// <summary>Of those in the segment; null when there are none.</summary>
    public double? Rate => Count == 0 ? null : (double)Converted / Count;
}
