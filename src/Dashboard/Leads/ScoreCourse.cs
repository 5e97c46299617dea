using PersonalizationEngine.Dashboard.Charts;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.History;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>A score as a line: as it went, and as it will go if nothing more happens. It stays as it is until it changes.</summary>
internal static class ScoreCourse
{
    private static readonly int[] Days = [.. Enumerable.Range(1, 31), 45, 60, 75, 90];

    /// <param name="history">The latest first.</param>
    public static ChartSeries Past(IReadOnlyList<PastScore> history, PlainScoreReading now)
    {
        var points = new List<ChartPoint>();
        foreach (var past in history.Reverse())
        {
            if (points.Count > 0 && past.CalculatedAt > points[^1].At.AddMinutes(1)) points.Add(points[^1] with { At = past.CalculatedAt.AddMilliseconds(-1) });
            points.Add(new ChartPoint(past.CalculatedAt, (double)past.Score));
        }

        points.Add(new ChartPoint(now.Calculated.Score.CalculatedAt, (double)now.Calculated.Score.Score));
        return new ChartSeries("Score", points);
    }

    public static ChartSeries Ahead(PlainScoreReading reading) => new(
        "If nothing happens",
        [
            new ChartPoint(reading.Calculated.Score.CalculatedAt, (double)reading.Calculated.Score.Score),
            .. from days in Days let at = reading.Calculated.Score.CalculatedAt.AddDays(days) where !(at > reading.KnownUntil) select new ChartPoint(at, (double)At(reading, at)),
        ],
        IsAhead: true);

    public static decimal At(PlainScoreReading reading, DateTimeOffset instant) =>
        reading.Ahead.LastOrDefault(one => one.At <= instant)?.Score ?? reading.Calculated.Score.Score;
}
