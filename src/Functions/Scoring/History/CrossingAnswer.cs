using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Functions.Scoring.Models;

namespace PersonalizationEngine.Functions.Scoring.History;

/// <summary>A threshold that somebody crossed.</summary>
/// <param name="CrossingId">The idempotency key of the message it asked for.</param>
/// <param name="Direction"><c>up</c> into the segment, <c>down</c> out of it.</param>
/// <param name="Channel">Of the message; null when none was asked for.</param>
/// <param name="Withheld"><c>no_consent</c> when the message was not asked for all the same.</param>
internal sealed record CrossingAnswer(
    long Id, string CrossingId, long ModelId, int ModelVersion, string Segment, string Direction, double Score, DateTimeOffset CrossedAt,
    DateTimeOffset NotedAt, string? Channel, string? Template, string? Withheld)
{
    public static CrossingAnswer Of(PastCrossing past) => new(
        past.Id, past.CrossingId, past.ModelId, past.ModelVersion, past.Segment, past.IsUp ? "up" : "down", ScoreDigits.Show(past.Score), past.CrossedAt,
        past.NotedAt, past.Channel, past.Template, past.Withheld);
}
