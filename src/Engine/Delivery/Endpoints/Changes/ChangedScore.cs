namespace PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

/// <summary>A new score in the history, beside the one before.</summary>
/// <param name="Id">Rises with every score.</param>
/// <param name="Before">The segment they were in; null when it is their first score.</param>
public sealed record ChangedScore(long Id, string PersonId, decimal Score, string Segment, string? Before, DateTimeOffset At);
