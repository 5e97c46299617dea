using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Overview.Outcomes;

/// <summary>How many of the sales-ready leads converted, to be held against <see cref="QualityReport.Target"/>.</summary>
/// <param name="Weeks">Those with sales-ready leads, the earliest first.</param>
public sealed record PrecisionNow(ClusteredRate SalesReady, TargetVerdict Verdict, TimeSpan Horizon, IReadOnlyList<(DateTimeOffset Week, ClusteredRate SalesReady)> Weeks)
{
    public static PrecisionNow Of(QualityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new PrecisionNow(
            RateOf(report.All), report.Verdict, report.Plan.Question.Horizon,
            [.. report.Periods.Select(period => (period.From, RateOf(period.Quality))).Where(week => week.Item2.Trials > 0)]);
    }

    private static ClusteredRate RateOf(GroupQuality group) => group[LeadSegment.SalesReady].Lift.Precision;
}
