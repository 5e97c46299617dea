using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <param name="Arms">In the order of the experiment's variants; the first is the control.</param>
/// <param name="Days">By day, then by variant.</param>
public sealed record MetricReport(ExperimentMetric Metric, IReadOnlyList<ArmReport> Arms, IReadOnlyList<DayReport> Days);
