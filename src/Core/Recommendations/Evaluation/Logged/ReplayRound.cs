namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>One logged choice among arms that all had the same chance.</summary>
/// <param name="Arm">The one that was chosen, from 0.</param>
public readonly record struct ReplayRound<TContext>(TContext Context, int Arms, int Arm, double Reward);
