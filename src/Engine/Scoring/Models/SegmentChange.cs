using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>A segment that is left or entered though nothing more happens.</summary>
/// <param name="At">The first instant at which the score is on the other side of its threshold.</param>
public sealed record SegmentChange(LeadSegment Segment, DateTimeOffset At);
