using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Engine.Experiments.Watching;

/// <summary>Finds what a variant harms that it must not harm.</summary>
public static class GuardrailBreach
{
    /// <summary>The error that all guardrails of an experiment share, over its whole life.</summary>
    public const double Alpha = 0.05;

    /// <param name="report">Worked out with an error of <see cref="Alpha"/> over the number of guardrails and variants.</param>
    /// <returns>
    /// Null where nothing is proven. A guardrail that paused the experiment for a variant before is passed over: who let it run on knew.
    /// </returns>
    public static GuardrailStop? Find(TrialReport report, DateTimeOffset now)
    {
        foreach (var metric in report.Metrics.Where(metric => metric.Metric.IsGuardrail))
        {
            foreach (var arm in metric.Arms)
            {
                if (arm.Comparison is not { } comparison || !IsHarmed(metric, arm, comparison)) continue;
                if (report.Stops.Any(stop => stop.Metric == metric.Metric.Key && stop.Variant == arm.Variant)) continue;
                return new GuardrailStop(
                    now, metric.Metric.Key, arm.Variant, comparison.Lift.Value, comparison.Sequential.Low, comparison.Sequential.High,
                    comparison.Lift.People);
            }
        }

        return null;
    }

    /// <summary>The whole of the interval that is right at every look lies beyond what is allowed, and that of the difference agrees.</summary>
    private static bool IsHarmed(MetricReport metric, ArmReport arm, ArmComparison comparison) =>
        Guards.IsEnough(metric.Metric, metric.Arms[0].Now) && Guards.IsEnough(metric.Metric, arm.Now)
        && !comparison.SequentialDifference.Contains(0)
        && (metric.Metric.LowerIsBetter
            ? comparison.Sequential.Low > metric.Metric.MinEffect
            : comparison.Sequential.High < -metric.Metric.MinEffect);
}
