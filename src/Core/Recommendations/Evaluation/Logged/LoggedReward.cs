namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>One choice that was logged, and what came of it.</summary>
/// <param name="Cluster">Whose it was: choices of one person are not independent.</param>
/// <param name="Propensity">The probability with which it was chosen, above 0 to 1.</param>
/// <param name="Target">The probability with which the policy that is judged would have chosen it, 0 to 1.</param>
/// <param name="Reward">1 for a click, 0 for none.</param>
public readonly record struct LoggedReward(string Cluster, double Propensity, double Target, double Reward);
