using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Functions.Scoring;

/// <summary>One factor's part of a score.</summary>
/// <param name="Value">A count, or minutes; shown to six decimals, counted exactly.</param>
/// <param name="Points">Value × weight, to six decimals.</param>
/// <param name="Source"><c>rybbit</c>, <c>cdp</c>, <c>rybbit+cdp</c>, or <c>none</c> when nothing was seen.</param>
/// <param name="ObservedAt">The newest activity in the value.</param>
internal sealed record ReceiptLineAnswer(
    string Factor, decimal Value, decimal Weight, decimal Points, string Source, DateTimeOffset? ObservedAt, double? AgeSeconds)
{
    private const int Decimals = 6;

    public static ReceiptLineAnswer Of(ReceiptLine line) => new(
        line.Factor.Factor.Name(),
        Math.Round(line.Factor.Value, Decimals),
        line.Weight,
        Math.Round(line.Points, Decimals),
        line.Factor.Origin switch
        {
            ActivityOrigin.None => "none",
            ActivityOrigin.Rybbit => "rybbit",
            ActivityOrigin.Cdp => "cdp",
            _ => "rybbit+cdp",
        },
        line.Factor.LatestAt,
        line.Age?.TotalSeconds);
}
