using PersonalizationEngine.Core.Statistics.Distributions;

namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>Welch's two-sided t test. Right for one look, at a size settled before; who looks again and again finds too much.</summary>
public static class FixedHorizon
{
    /// <summary>The probability of an effect at least as far from 0 if there were none.</summary>
    public static double Probability(Effect effect) => StudentT.TwoSided(effect.Value / effect.Error, effect.Freedom);

    /// <param name="alpha">How often the interval may miss, above 0 and below 1.</param>
    public static Interval Interval(Effect effect, double alpha) =>
        Comparisons.Interval.Around(effect.Value, StudentT.Critical(alpha, effect.Freedom) * effect.Error);
}
