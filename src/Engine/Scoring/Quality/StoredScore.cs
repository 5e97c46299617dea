using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>A score as it was stored.</summary>
/// <param name="Factors">One value per factor, in the order of the enumeration.</param>
public sealed record StoredScore(string PersonId, DateTimeOffset At, decimal Score, LeadSegment Segment, IReadOnlyList<double> Factors);
