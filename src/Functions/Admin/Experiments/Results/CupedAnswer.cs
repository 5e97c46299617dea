using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>The lift freed of what could be foreseen from before the first exposure, for a look at one end settled before.</summary>
/// <param name="VarianceLeft">The share of the variance that is left: 1 where the days before say nothing.</param>
internal sealed record CupedAnswer(double Lift, double Low, double High, double P, double Theta, double VarianceLeft)
{
    public static CupedAnswer? Of(Cuped? cuped, double alpha)
    {
        if (cuped?.Relative is not { } lift) return null;
        var interval = FixedHorizon.Interval(lift, alpha);
        return new CupedAnswer(lift.Value, interval.Low, interval.High, FixedHorizon.Probability(lift), cuped.Theta, cuped.VarianceLeft);
    }
}
