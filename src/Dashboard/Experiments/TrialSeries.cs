using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Dashboard.Charts;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>Days of an experiment as charts draw them; the last sixty.</summary>
internal static class TrialSeries
{
    public const int MostDays = 60;

    /// <summary>Wider than this to either side, in percent, an interval says nothing and would flatten the rest.</summary>
    public const double WidestDrawn = 200;

    public static IReadOnlyList<ChartSeries> Lift(MetricReport metric, LiftInterval interval) =>
    [
        .. metric.Arms.Skip(1).Select(arm => new ChartSeries(
            arm.Variant, [.. metric.Days.Where(day => day.Variant == arm.Variant).TakeLast(MostDays).Select(day => Point(day, interval.Of(day)))])),
    ];

    /// <summary>New people of each day: the counts of results are of everything since the start.</summary>
    public static IReadOnlyList<ChartSeries> Exposures(TrialReport report)
    {
        if (report.Metrics.Count == 0) return [];
        return [.. report.Experiment.Variants.Select(variant => new ChartSeries(variant.Key, News(report.Metrics[0].Days.Where(day => day.Variant == variant.Key))))];
    }

    private static ChartPoint Point(DayReport day, Interval? around) =>
        around is { } interval && interval.Low * 100 >= -WidestDrawn && interval.High * 100 <= WidestDrawn
            ? new ChartPoint(At(day), day.Lift * 100, interval.Low * 100, interval.High * 100)
            : new ChartPoint(At(day), null);

    private static IReadOnlyList<ChartPoint> News(IEnumerable<DayReport> days)
    {
        var points = new List<ChartPoint>();
        long before = 0;
        foreach (var day in days)
        {
            points.Add(new ChartPoint(At(day), day.People - before));
            before = day.People;
        }

        return [.. points.TakeLast(MostDays)];
    }

    private static DateTimeOffset At(DayReport day) => new(day.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
