namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Probabilities as logarithms of odds, <c>ln(p / (1 - p))</c>, and back.</summary>
public static class LogOdds
{
    public static double Of(double probability) => Math.Log(probability / (1 - probability));

    /// <summary><c>1 / (1 + e^-x)</c>, without overflow at either end.</summary>
    public static double ToProbability(double logOdds)
    {
        var small = Math.Exp(-Math.Abs(logOdds));
        return logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /// <summary>-ln of the probability that such odds give to what is true to the degree of the target, 0 to 1.</summary>
    internal static double Loss(double logOdds, double target) =>
        Math.Max(logOdds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logOdds))) - (target * logOdds);
}
