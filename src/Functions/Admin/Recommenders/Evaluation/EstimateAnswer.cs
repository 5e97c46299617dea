using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;

/// <param name="Low">Lower end of the 95 % bootstrap interval; null for fewer than ten people.</param>
/// <param name="High">Its upper end.</param>
internal sealed record EstimateAnswer(double Value, double? Low, double? High)
{
    private const int Decimals = 4;

    public static EstimateAnswer Of(Estimate estimate) => new(
        Rounded(estimate.Value),
        estimate.Low is { } low ? Rounded(low) : null,
        estimate.High is { } high ? Rounded(high) : null);

    public static double Rounded(double value) => Math.Round(value, Decimals);
}
