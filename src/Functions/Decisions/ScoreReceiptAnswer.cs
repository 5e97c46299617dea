using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Functions.Scoring;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>The person's score when it was decided.</summary>
/// <param name="Sum">Of the points of the receipt, before it was rounded and cut to its range.</param>
internal sealed record ScoreReceiptAnswer(
    decimal Score, string Segment, decimal Sum, bool Clamped, IReadOnlyList<ReceiptLineAnswer> Receipt, DateTimeOffset CalculatedAt,
    DateTimeOffset? ValidUntil)
{
    public static ScoreReceiptAnswer Of(LeadScore score) => new(
        score.Score, score.Segment.Name(), score.Sum, score.Clamped, [.. score.Receipt.Select(ReceiptLineAnswer.Of)], score.CalculatedAt,
        score.ValidUntil);
}
