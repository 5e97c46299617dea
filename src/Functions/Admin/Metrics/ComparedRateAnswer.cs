using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Functions.Admin.Metrics;

/// <summary>How often one of two groups clicked.</summary>
/// <param name="People">Whom something was shown.</param>
/// <param name="Clicks">Exposures that were clicked.</param>
/// <param name="Ctr">Clicks per exposure; null without exposures.</param>
/// <param name="CtrLow">
/// Lower end of the 95 % Wilson interval, for as many independent exposures as those of so many people are worth.
/// </param>
/// <param name="CtrHigh">Its upper end.</param>
internal sealed record ComparedRateAnswer(long People, long Exposures, long Clicks, double? Ctr, double CtrLow, double CtrHigh)
{
    public static ComparedRateAnswer Of(ClusteredRate rate) =>
        new(rate.Clusters, rate.Trials, rate.Successes, rate.Rate, rate.Interval.Low, rate.Interval.High);
}
