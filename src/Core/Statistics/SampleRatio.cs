using PersonalizationEngine.Core.Statistics.Distributions;

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

    /// <summary>
    /// The chi-squared test over any number of groups. One that should have nobody has no part in it and takes no degree of freedom,
    /// or the test would be too lenient after a group was stopped.
    /// </summary>
    /// <param name="observed">People of each group.</param>
    /// <param name="weights">What each should have, in any unit: shares, or people expected.</param>
    public static SampleRatioTest Test(IReadOnlyList<long> observed, IReadOnlyList<double> weights)
    {
        var live = Enumerable.Range(0, observed.Count).Where(group => weights[group] > 0).ToList();
        double all = live.Sum(group => observed[group]), weight = live.Sum(group => weights[group]);
        var chiSquared = all == 0 ? 0 : live.Sum(group =>
        {
            var expected = all * weights[group] / weight;
            return Math.Pow(observed[group] - expected, 2) / expected;
        });
        var freedom = Math.Max(0, live.Count - 1);
        return new SampleRatioTest(chiSquared, freedom, freedom == 0 ? 1 : ChiSquared.Above(chiSquared, freedom));
    }
}
