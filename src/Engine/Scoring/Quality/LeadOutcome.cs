namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <param name="FirstSeenAt">Null when nothing tells.</param>
/// <param name="ConvertedAt">The first conversion; null for none so far.</param>
public sealed record LeadOutcome(string PersonId, DateTimeOffset? FirstSeenAt, DateTimeOffset? ConvertedAt);
