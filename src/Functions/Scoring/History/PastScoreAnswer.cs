using System.Text.Json;
using PersonalizationEngine.Engine.Scoring.History;

namespace PersonalizationEngine.Functions.Scoring.History;

/// <summary>A score by the settings, as it was stored when it changed.</summary>
/// <param name="Factors">Factor to value.</param>
internal sealed record PastScoreAnswer(long Id, decimal Score, string Segment, bool Clamped, JsonElement Factors, DateTimeOffset CalculatedAt)
{
    public static PastScoreAnswer Of(PastScore past) => new(past.Id, past.Score, past.Segment, past.Clamped, past.Factors, past.CalculatedAt);
}
