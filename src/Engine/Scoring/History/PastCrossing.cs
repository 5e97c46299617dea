namespace PersonalizationEngine.Engine.Scoring.History;

/// <summary>A threshold that somebody crossed.</summary>
/// <param name="Id">In the order they were noted.</param>
/// <param name="CrossingId">The idempotency key of the message it asked for.</param>
/// <param name="IsUp">The segment was entered; else left.</param>
/// <param name="NotedAt">When the engine saw it.</param>
/// <param name="Channel">Of the message; null when none was asked for.</param>
/// <param name="Withheld">Why the message was not asked for; null when it was, or there was none to ask for.</param>
public sealed record PastCrossing(
    long Id, string CrossingId, long ModelId, int ModelVersion, string Segment, bool IsUp, double Score, DateTimeOffset CrossedAt, DateTimeOffset NotedAt,
    string? Channel, string? Template, string? Withheld);
