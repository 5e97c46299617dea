using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Functions.Scoring;

/// <summary>The score of the settings at an instant, with its receipt.</summary>
/// <param name="FallsBelow">Of each segment they are in, when they leave it if nothing more happens.</param>
/// <param name="NextChangeAt">When the score is next another though nothing happens.</param>
/// <param name="KnownUntil">What is said of the future ends here; null for never.</param>
internal sealed record PlainScoreAnswer(
    string UserId, string PersonId, bool Known, string Model, DateTimeOffset At, decimal Score, string Segment, bool Clamped,
    IReadOnlyList<ReceiptLineAnswer> Receipt, IReadOnlyList<SegmentChangeAnswer> FallsBelow, DateTimeOffset? NextChangeAt, DateTimeOffset? KnownUntil,
    IReadOnlyList<ScoreLimitAnswer> Limits)
{
    public static PlainScoreAnswer Of(string userId, PlainScoreReading reading)
    {
        var (person, known, score) = reading.Calculated;
        return new PlainScoreAnswer(
            userId, person, known, LeadModelDocument.PlainKey, score.CalculatedAt, score.Score, score.Segment.Name(), score.Clamped,
            [.. score.Receipt.Select(ReceiptLineAnswer.Of)], SegmentChangeAnswer.Of(reading.FallsBelow), reading.NextChangeAt, reading.KnownUntil,
            ScoreLimitAnswer.Of(reading.Limits));
    }
}
