using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>The difference of the means in the metric's own unit, for one look at an end settled before the start.</summary>
internal sealed record DifferenceAnswer(double Value, double Low, double High, double P)
{
    public static DifferenceAnswer Of(Effect difference, double alpha)
    {
        var interval = FixedHorizon.Interval(difference, alpha);
        return new DifferenceAnswer(difference.Value, interval.Low, interval.High, FixedHorizon.Probability(difference));
    }
}
