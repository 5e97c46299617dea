using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Engine.Experiments.Watching;

/// <summary>
/// Thompson sampling: each variant gets the share of newcomers that it has of being the best one, and never less than a floor, so
/// that a bad start can be made good.
/// </summary>
public static class BanditWeights
{
    /// <summary>What every variant keeps.</summary>
    public const double Floor = 0.01;

    /// <summary>Below it the belief in a rate is too skewed to be called normal, and is worked out as it is.</summary>
    private const long FewPeople = 200;

    private const int Digits = 4;

    /// <returns>In four digits, sums to 1; null while there are too few people to go by.</returns>
    public static IReadOnlyList<double>? Of(ExperimentMetric metric, IReadOnlyList<ArmDay> arms)
    {
        if (arms.Any(arm => arm.Sample.Count < Guards.FewestPeople)) return null;
        var chances = metric.Kind == MetricKind.Conversion && !metric.LowerIsBetter && arms.All(arm => arm.Sample.Count <= FewPeople)
            ? Exactly(arms)
            : Normally(metric, arms);
        return chances is null ? null : Rounded(BestArm.WithFloor(chances, Floor));
    }

    private static double[] Exactly(IReadOnlyList<ArmDay> arms)
    {
        var chances = new double[arms.Count];
        ThompsonChances.Write(
            [.. arms.Select(arm => ((int)arm.Sample.Count, (int)arm.Total))], 0, chances, new double[ThompsonChances.RoomFor(arms.Count)]);
        return chances;
    }

    private static double[]? Normally(ExperimentMetric metric, IReadOnlyList<ArmDay> arms)
    {
        var sign = metric.LowerIsBetter ? -1 : 1;
        double[] means = [.. arms.Select(arm => sign * arm.Sample.Mean)], errors = [.. arms.Select(arm => Math.Sqrt(VarianceOf(metric, arm)))];
        return errors.All(error => error > 0) ? BestArm.Chances(means, errors) : null;
    }

    /// <summary>Of a rate, as if one more had succeeded and one more had failed: nobody's error is ever 0.</summary>
    private static double VarianceOf(ExperimentMetric metric, ArmDay arm)
    {
        if (metric.Kind != MetricKind.Conversion) return arm.Sample.VarianceOfMean;
        double all = arm.Sample.Count + 2, rate = (arm.Total + 1) / all;
        return rate * (1 - rate) / (all + 1);
    }

    private static double[] Rounded(double[] weights)
    {
        var rounded = weights.Select(weight => Math.Round(weight, Digits)).ToArray();
        var largest = Array.IndexOf(rounded, rounded.Max());
        rounded[largest] = Math.Round(rounded[largest] + 1 - rounded.Sum(), Digits);
        return rounded;
    }
}
