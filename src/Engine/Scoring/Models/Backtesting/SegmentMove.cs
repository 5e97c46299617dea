using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <summary>From the segment of what there is to that of the draft.</summary>
/// <param name="Count">People and instants.</param>
/// <param name="Sample">Ids of a few of them.</param>
public sealed record SegmentMove(LeadSegment From, LeadSegment To, int Count, IReadOnlyList<string> Sample);
