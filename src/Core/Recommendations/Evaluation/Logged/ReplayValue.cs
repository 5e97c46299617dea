namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <param name="Rounds">How many were logged.</param>
/// <param name="Matched">How many of them the policy chose alike.</param>
/// <param name="Estimate">The mean reward of those, 0 without any; its error is infinite while there are fewer than two.</param>
public sealed record ReplayValue(int Rounds, int Matched, LoggedEstimate Estimate);
