using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>What a score will be from an instant on if nothing more happens.</summary>
public sealed record ForeseenScore(DateTimeOffset At, decimal Score, LeadSegment Segment);
