using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <summary>What was said of a tenth of the looks, and what came true.</summary>
/// <param name="Low">The smallest probability said.</param>
/// <param name="High">The largest.</param>
/// <param name="Observed">The share that converted.</param>
/// <param name="ObservedLow">Lower end of its 95 % Wilson interval.</param>
internal sealed record ReliabilityAnswer(
    double Low, double High, long Looks, double Said, double Observed, double ObservedLow, double ObservedHigh)
{
    public static ReliabilityAnswer Of(ReliabilityBin bin) =>
        new(bin.Low, bin.High, bin.Cases, bin.Said, bin.Observed, bin.Interval.Low, bin.Interval.High);
}
