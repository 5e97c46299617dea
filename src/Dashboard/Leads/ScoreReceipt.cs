using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Dashboard.Charts;
using PersonalizationEngine.Engine.Scoring.History;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>A score as a sum that anybody can add up, and what its parts were before.</summary>
internal static class ScoreReceipt
{
    /// <summary>Points to the cent, and what is missing from their sum to the score.</summary>
    public static IReadOnlyList<Step> Steps(LeadScore score, FactorWindows windows)
    {
        var steps = score.Receipt
            .Select(line => new Step(LeadWords.Of(line.Factor.Factor), (double)Cents(line.Points), LeadWords.Points(line.Points), NoteOf(line, windows))).ToList();
        var rest = score.Score - score.Receipt.Sum(line => Cents(line.Points));
        if (rest != 0) steps.Add(new Step(score.Clamped ? "Cut to the range" : "Rounding", (double)rest, LeadWords.Points(rest), score.Clamped ? "Scores go from 0 to 999.99." : null));
        steps.Add(new Step("Score", (double)score.Score, $"{LeadWords.Points(score.Score)} points", null, IsTotal: true));
        return steps;
    }

    /// <returns>The score that held at an instant; null where the entries do not reach back so far, or there was none.</returns>
    /// <param name="history">The latest first.</param>
    public static PastScore? At(IReadOnlyList<PastScore> history, DateTimeOffset at) => history.FirstOrDefault(past => past.CalculatedAt <= at);

    /// <returns>What a factor was worth by today's weight; null where it is not told.</returns>
    public static decimal? Points(PastScore past, ReceiptLine line) =>
        past.Factors.ValueKind == System.Text.Json.JsonValueKind.Object && past.Factors.TryGetProperty(line.Factor.Factor.Name(), out var value) && value.TryGetDecimal(out var number)
            ? Cents(number * line.Weight)
            : null;

    private static string NoteOf(ReceiptLine line, FactorWindows windows) =>
        $"{LeadWords.Amount(line.Factor.Factor, line.Factor.Value)} × {LeadWords.Points(line.Weight)} points, of the last {windows[line.Factor.Factor].TotalDays:0} days";

    private static decimal Cents(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
