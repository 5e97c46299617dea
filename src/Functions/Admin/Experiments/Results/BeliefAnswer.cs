using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>What is to be held of the lift after it was measured, with nothing held before.</summary>
/// <param name="ChanceToWin">That the variant is better than the control, in the metric's own direction.</param>
/// <param name="ChanceToWinExact">The same without the normal approximation; only of conversions.</param>
/// <param name="Risk">What taking the variant loses on average, in lift, if it is the worse one.</param>
/// <param name="RiskOfControl">What staying with the control loses.</param>
internal sealed record BeliefAnswer(
    double Lift, double Low, double High, double ChanceToWin, double? ChanceToWinExact, double Risk, double RiskOfControl)
{
    /// <param name="exact">The chance to be higher, without approximation.</param>
    public static BeliefAnswer Of(BayesianLift belief, double? exact, double alpha, bool lowerIsBetter)
    {
        var interval = belief.Credible(1 - alpha);
        return lowerIsBetter
            ? new BeliefAnswer(belief.Mean, interval.Low, interval.High, 1 - belief.ChanceToWin, 1 - exact, belief.RiskOfLeaving, belief.RiskOfTaking)
            : new BeliefAnswer(belief.Mean, interval.Low, interval.High, belief.ChanceToWin, exact, belief.RiskOfTaking, belief.RiskOfLeaving);
    }
}
