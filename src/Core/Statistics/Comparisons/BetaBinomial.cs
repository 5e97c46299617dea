using PersonalizationEngine.Core.Statistics.Distributions;

namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>Two rates of which each is believed to be Beta distributed, compared without approximation.</summary>
public static class BetaBinomial
{
    /// <summary>
    /// The probability that the second rate is the higher one (E. Miller, 2014):
    /// <c>Σ_{i&lt;aB} B(aA+i, bA+bB) / ((bB+i) B(1+i, bB) B(aA, bA))</c>. Takes as many steps as <paramref name="alphaB"/> says.
    /// </summary>
    /// <param name="alphaA">1 + successes, for a flat prior; above 0.</param>
    /// <param name="betaA">1 + failures; above 0.</param>
    /// <param name="alphaB">As of the first, but a whole number from 1.</param>
    /// <param name="betaB">Above 0.</param>
    public static double ChanceThatSecondIsHigher(double alphaA, double betaA, int alphaB, double betaB)
    {
        var own = BetaFunction.Log(alphaA, betaA);
        var sum = 0.0;
        for (var i = 0; i < alphaB; i++)
            sum += Math.Exp(BetaFunction.Log(alphaA + i, betaA + betaB) - Math.Log(betaB + i) - BetaFunction.Log(1 + i, betaB) - own);
        return Math.Clamp(sum, 0, 1);
    }
}
