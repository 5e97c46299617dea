using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>A metric as it was asked for, with every variant and every day.</summary>
internal sealed record MetricAnswer(MetricDocument Metric, IReadOnlyList<ArmAnswer> Variants, IReadOnlyList<DayAnswer> Series)
{
    public static MetricAnswer Of(MetricReport report, double alpha) => new(
        MetricDocument.Of(report.Metric),
        [.. report.Arms.Select(arm => ArmAnswer.Of(report, arm, alpha))],
        [.. report.Days.Select(DayAnswer.Of)]);
}
