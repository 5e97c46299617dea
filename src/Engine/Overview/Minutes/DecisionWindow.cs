namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>What all processes together did from an instant until another.</summary>
public sealed record DecisionWindow(DateTimeOffset From, DateTimeOffset Until, TakenCounts Counts)
{
    public double PerSecond => Until > From ? Counts.Decisions / (Until - From).TotalSeconds : 0;

    /// <summary>Null without decisions.</summary>
    public double? DegradedShare => Counts.Decisions == 0 ? null : (double)Counts.Degraded / Counts.Decisions;

    /// <summary>Null without requests.</summary>
    public double? FailedShare => Counts.Requests == 0 ? null : (double)Counts.Failed / Counts.Requests;

    public TimeSpan? Median => Counts.Latency.Percentile(0.5);

    /// <summary>All but one in a hundred were decided within it.</summary>
    public TimeSpan? P99 => Counts.Latency.Percentile(0.99);

    /// <summary>Those that began in it, of all processes.</summary>
    public static DecisionWindow Of(IEnumerable<CountedSpan> spans, DateTimeOffset from, DateTimeOffset until) => new(
        from, until, spans.Where(span => span.StartsAt >= from && span.StartsAt < until).Select(span => span.Counts).Aggregate(TakenCounts.None, (all, one) => all.Plus(one)));

    /// <summary>One after the other without a gap; the last one ends now.</summary>
    public static IReadOnlyList<DecisionWindow> Series(IReadOnlyList<CountedSpan> spans, int minutes, DateTimeOffset from, DateTimeOffset until)
    {
        var by = spans.ToLookup(span => CountedSpan.StartOf(span.StartsAt, minutes));
        var series = new List<DecisionWindow>();
        for (var at = CountedSpan.StartOf(from, minutes); at < until; at = at.AddMinutes(minutes))
        {
            var end = at.AddMinutes(minutes) < until ? at.AddMinutes(minutes) : until;
            series.Add(new DecisionWindow(at, end, by[at].Select(span => span.Counts).Aggregate(TakenCounts.None, (all, one) => all.Plus(one))));
        }

        return series;
    }
}
