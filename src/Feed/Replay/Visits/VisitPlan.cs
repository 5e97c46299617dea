using System.Globalization;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;

namespace PersonalizationEngine.Feed.Replay.Visits;

/// <summary>How a row that only holds totals becomes visits: <c>visits:</c> in a mapping.</summary>
/// <param name="Key">Names the person; it alone decides where in the period their visits lie.</param>
/// <param name="Count">Number of visits.</param>
/// <param name="PagesPerVisit">Pages of a visit on average; a visit has at least one.</param>
/// <param name="TotalSeconds">Time spent over all visits, in seconds.</param>
/// <param name="LastDays">Length of the period that ends now.</param>
/// <param name="Paths">Pages to view, taken in turn.</param>
internal sealed record VisitPlan(
    TextTemplate Key,
    TextTemplate Count,
    TextTemplate PagesPerVisit,
    TextTemplate TotalSeconds,
    int LastDays,
    IReadOnlyList<string> Paths)
{
    /// <summary>When the period of a row ends; null for now.</summary>
    public ArrivalScale? Arrival { get; init; }

    private const int MaxVisits = 5_000;
    private const int MaxPages = 50_000;

    public IEnumerable<string> Columns =>
        new[] { Key, Count, PagesPerVisit, TotalSeconds, Arrival?.Number }.OfType<TextTemplate>().SelectMany(template => template.Columns);

    public Outcome<RowVisits> Expand(IColumns columns, DateTimeOffset now)
    {
        if (!Read(Count, columns, "count").TryGet(out var count, out var failure)) return new Failure(failure);
        if (!Read(PagesPerVisit, columns, "pages_per_visit").TryGet(out var pages, out failure)) return new Failure(failure);
        if (!Read(TotalSeconds, columns, "total_seconds").TryGet(out var seconds, out failure)) return new Failure(failure);
        if (!EndOf(columns, now).TryGet(out var end, out failure)) return new Failure(failure);
        var visits = (int)Math.Min(Math.Round(count), MaxVisits + 1);
        var allPages = Math.Max(visits, Math.Round(visits * pages));
        if (visits > MaxVisits || allPages > MaxPages)
            return new Failure($"more than {MaxVisits:N0} visits or {MaxPages:N0} pages in one row");
        var totals = new VisitTotals(visits, (int)allPages, TimeSpan.FromSeconds(seconds));
        return VisitSpread.Of(Key.Fill(columns, _ => false, out _), totals, end.AddDays(-LastDays), end, Paths);
    }

    private Outcome<DateTimeOffset> EndOf(IColumns columns, DateTimeOffset now)
    {
        if (Arrival is null) return now;
        return Read(Arrival.Number, columns, "arrival").TryGet(out var number, out var failure) ? now.AddDays(-Arrival.DaysAgo(number)) : new Failure(failure);
    }

    /// <summary>A total: not negative; an empty text is 0.</summary>
    private static Outcome<double> Read(TextTemplate template, IColumns columns, string name)
    {
        var text = template.Fill(columns, _ => false, out _);
        if (text.Length == 0) return 0.0;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= 0 && number <= TimeSpan.MaxValue.TotalSeconds / 2
            ? number
            : new Failure($"visits.{name}: '{text}' is not a number of 0 or more");
    }
}
