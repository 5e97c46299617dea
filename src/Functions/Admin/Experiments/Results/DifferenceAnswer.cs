using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>The difference of the means in the metric's own unit.</summary>
/// <param name="Low">Lower end of its interval for one look at an end settled before the start; <paramref name="P"/> belongs to it.</param>
/// <param name="SequentialLow">Lower end of the one that is right at every look.</param>
internal sealed record DifferenceAnswer(double Value, double Low, double High, double P, double SequentialLow, double SequentialHigh)
{
    public static DifferenceAnswer Of(Effect difference, Interval sequential, double alpha)
    {
        var interval = FixedHorizon.Interval(difference, alpha);
        return new DifferenceAnswer(difference.Value, interval.Low, interval.High, FixedHorizon.Probability(difference), sequential.Low, sequential.High);
    }
}
