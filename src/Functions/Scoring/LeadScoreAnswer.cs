using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Functions.Scoring;

/// <summary>A score with its receipt.</summary>
/// <param name="PersonId">The person the asked id leads to.</param>
/// <param name="Clamped">The sum lay outside 0.00 to 999.99 and was cut to it.</param>
/// <param name="UnusedInputs"><c>history</c> where what the person did on the website must not be counted.</param>
/// <param name="ValidUntil">When the score next changes though nothing happens.</param>
internal sealed record LeadScoreAnswer(
    string UserId,
    string PersonId,
    bool Known,
    decimal Score,
    string Segment,
    bool Clamped,
    IReadOnlyList<ReceiptLineAnswer> Receipt,
    IReadOnlyList<string> UnusedInputs,
    DateTimeOffset CalculatedAt,
    DateTimeOffset? ValidUntil)
{
    public static LeadScoreAnswer Of(string userId, RecalculatedScore calculated) => new(
        userId,
        calculated.PersonId,
        calculated.Known,
        calculated.Score.Score,
        calculated.Score.Segment.Name(),
        calculated.Score.Clamped,
        [.. calculated.Score.Receipt.Select(ReceiptLineAnswer.Of)],
        Core.Profiles.Consent.UnusedInputs.OfMeasurement(calculated.Permissions),
        calculated.Score.CalculatedAt,
        calculated.Score.ValidUntil);
}
