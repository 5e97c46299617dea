namespace PersonalizationEngine.Core.Experiments.Measures;

/// <summary>What an experiment is judged by, and whether the judgement moves its people.</summary>
/// <param name="Metrics">The first one that is no guardrail decides for a bandit.</param>
/// <param name="IsBandit">The weights of the variants follow the results, instead of staying as they were set.</param>
public sealed record ExperimentMeasures(IReadOnlyList<ExperimentMetric> Metrics, bool IsBandit)
{
    /// <summary>Of an experiment whose owner says nothing: any conversion, what it was worth, and clicks.</summary>
    public static IReadOnlyList<ExperimentMetric> Usual { get; } =
    [
        ExperimentMetric.Of("conversion", MetricKind.Conversion), ExperimentMetric.Of("revenue", MetricKind.Revenue),
        ExperimentMetric.Of("ctr", MetricKind.Ctr),
    ];

    public static ExperimentMeasures None { get; } = new([], false);

    public IReadOnlyList<ExperimentMetric> Judged => Metrics.Count > 0 ? Metrics : Usual;

    public IEnumerable<ExperimentMetric> Guardrails => Metrics.Where(metric => metric.IsGuardrail);

    /// <summary>The metric that decides where there is one to decide.</summary>
    public ExperimentMetric? Deciding => Judged.FirstOrDefault(metric => !metric.IsGuardrail);
}
