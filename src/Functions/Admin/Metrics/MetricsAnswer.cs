using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Functions.Admin.Metrics;

/// <summary>How often recommendations are clicked.</summary>
/// <param name="Target">The click-through the product aims at.</param>
/// <param name="Recommendations">All recommendations together.</param>
/// <param name="MeetsTarget">The whole interval lies above the target; null while it does not decide.</param>
/// <param name="Comparison">Personal lists beside the popular one.</param>
/// <param name="Rows">By slot and source, then by experiment and variant as well.</param>
internal sealed record MetricsAnswer(
    DateTimeOffset From,
    DateTimeOffset Until,
    double Target,
    RateAnswer Recommendations,
    bool? MeetsTarget,
    ComparisonAnswer Comparison,
    IReadOnlyList<RateAnswer> Rows)
{
    public static MetricsAnswer Of(ClickThroughReport report, ComparisonReport comparison)
    {
        var interval = report.Recommendations.Interval;
        bool? meets = interval.Low > ReportClickThrough.Target ? true : interval.High < ReportClickThrough.Target ? false : null;
        return new MetricsAnswer(
            report.From, report.Until, ReportClickThrough.Target, RateAnswer.Of(report.Recommendations), meets,
            ComparisonAnswer.Of(comparison), [.. report.Rows.Select(RateAnswer.Of)]);
    }
}
