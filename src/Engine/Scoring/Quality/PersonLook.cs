using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>What was known of somebody at an instant, and whether they converted within the horizon after it.</summary>
/// <param name="Factors">One value per factor, in the order of the enumeration; nothing later than the instant is in them.</param>
public sealed record PersonLook(DateTimeOffset At, decimal Score, LeadSegment Segment, IReadOnlyList<double> Factors, bool Converted);
