using System.Text.Json;

namespace PersonalizationEngine.Engine.Scoring.History;

/// <summary>A score by the settings, as it was stored when it changed.</summary>
/// <param name="Factors">Factor to value: what it was made of.</param>
public sealed record PastScore(long Id, decimal Score, string Segment, bool Clamped, JsonElement Factors, DateTimeOffset CalculatedAt);
