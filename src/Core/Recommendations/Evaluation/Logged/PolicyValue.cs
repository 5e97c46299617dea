namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>What a policy's reward would have been, judged by choices that another one made.</summary>
/// <param name="Rows">How many choices were logged.</param>
/// <param name="Matched">How many of them the policy might have made.</param>
/// <param name="RewardedMatches">How many of those were rewarded.</param>
/// <param name="MatchedClusters">Of how many people those are.</param>
/// <param name="Clipped">How many weights were cut at the cap; each makes the estimates lean low or towards the others.</param>
/// <param name="EffectiveSampleSize">How many choices of the policy's own these are worth: <c>(Σw)²/Σw²</c>.</param>
/// <param name="Ips">Inverse propensity scoring: the mean of w·r.</param>
/// <param name="Snips">The same, self-normalised: <c>Σ w·r / Σ w</c>.</param>
public sealed record PolicyValue(
    int Rows,
    int Matched,
    int RewardedMatches,
    int MatchedClusters,
    int Clipped,
    double EffectiveSampleSize,
    LoggedEstimate Ips,
    LoggedEstimate Snips);
