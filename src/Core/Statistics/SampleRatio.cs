namespace PersonalizationEngine.Core.Statistics;

/// <summary>Whether two groups are of the sizes they should be; if not, whatever drove people out of one spoils the comparison.</summary>
public static class SampleRatio
{
    /// <summary>Below this probability something is wrong.</summary>
    public const double Suspicious = 0.001;

    /// <summary>The probability of sizes at least as far from the share: the chi-squared test with one degree of freedom.</summary>
    /// <param name="share">Which the first group should have of both, above 0 and below 1.</param>
    /// <returns>1 when nobody is in either.</returns>
    public static double Probability(long first, long second, double share)
    {
        double all = first + second;
        return all == 0 ? 1 : StandardNormal.TwoSided((first - (all * share)) / Math.Sqrt(all * share * (1 - share)));
    }
}
