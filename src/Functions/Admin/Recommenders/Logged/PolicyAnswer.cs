using PersonalizationEngine.Engine.Recommendations.Judging;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Logged;

/// <param name="Policy"><c>uniform</c>, <c>newest_first</c> or <c>most_clicked</c>.</param>
/// <param name="Matched">Exposures that the policy might have chosen too.</param>
/// <param name="EffectiveSampleSize">How many exposures of the policy's own those are worth.</param>
/// <param name="ClippedWeights">How many weights were cut at the cap.</param>
/// <param name="Ips">By inverse propensity scoring; null with a reason.</param>
/// <param name="Snips">The same, self-normalised: steadier, a little off while there are few; null with a reason.</param>
/// <param name="Reason">Why there are no estimates: a sentence.</param>
internal sealed record PolicyAnswer(
    string Policy, int Matched, double EffectiveSampleSize, int ClippedWeights, EstimatedRateAnswer? Ips, EstimatedRateAnswer? Snips, string? Reason)
{
    private const int Decimals = 1;

    public static PolicyAnswer Of(PolicyReport report) => new(
        report.Policy,
        report.Value?.Matched ?? 0,
        Math.Round(report.Value?.EffectiveSampleSize ?? 0, Decimals),
        report.Value?.Clipped ?? 0,
        report is { ReasonAgainst: null, Value.Ips: var ips } ? EstimatedRateAnswer.Of(ips) : null,
        report is { ReasonAgainst: null, Value.Snips: var snips } ? EstimatedRateAnswer.Of(snips) : null,
        report.ReasonAgainst);
}
