using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <summary>Sales-ready leads, and how many of them converted.</summary>
/// <param name="Precision">Null while nobody is one.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval.</param>
/// <param name="High">Its upper end.</param>
internal sealed record SalesReadyAnswer(long People, long Looks, long Conversions, double? Precision, double Low, double High)
{
    public static SalesReadyAnswer Of(ClusteredRate rate) => new(rate.Clusters, rate.Trials, rate.Successes, rate.Rate, rate.Interval.Low, rate.Interval.High);
}
