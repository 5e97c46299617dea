using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <param name="Arms">In the order of the experiment's variants; the first is the control.</param>
/// <param name="Days">By day, then by variant.</param>
public sealed record MetricReport(ExperimentMetric Metric, IReadOnlyList<ArmReport> Arms, IReadOnlyList<DayReport> Days)
{
    // Every conversion is a step of the sum; with more of them the normal approximation is as good.
    private const double MostSteps = 1_000_000;

    /// <summary>
    /// The probability that a variant's rate is the higher one, without approximation: each rate is believed to be Beta distributed, with
    /// nothing held before. Null for what is no rate of people.
    /// </summary>
    public double? ExactChanceToBeHigher(ArmReport arm)
    {
        if (Metric.Kind != MetricKind.Conversion || arm.Comparison is null || arm.Now.Total > MostSteps) return null;
        var (control, treatment) = (Arms[0].Now, arm.Now);
        return BetaBinomial.ChanceThatSecondIsHigher(
            1 + control.Total, 1 + control.Sample.Count - control.Total, 1 + (int)treatment.Total, 1 + treatment.Sample.Count - treatment.Total);
    }
}
