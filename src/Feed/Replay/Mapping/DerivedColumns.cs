using System.Globalization;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Replay.Visits;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>
/// What a mapping can read beside the file's own columns, which go first: <c>now</c>, <c>row.line</c>; with visits
/// <c>visits.count</c>, <c>visits.first</c>, <c>visits.last</c>; for each visit <c>visit.id</c>, <c>.number</c>, <c>.start</c>,
/// <c>.end</c>, <c>.pages</c>; for each page <c>page.number</c>, <c>.path</c>, <c>.time</c>. Instants are ISO 8601.
/// </summary>
internal sealed class DerivedColumns : IColumns
{
    private static readonly HashSet<string> Names =
    [
        "now", "row.line", "visits.count", "visits.first", "visits.last",
        "visit.id", "visit.number", "visit.start", "visit.end", "visit.pages", "page.number", "page.path", "page.time",
    ];

    private readonly IColumns _below;
    private readonly Func<string, string?> _derive;

    private DerivedColumns(IColumns below, Func<string, string?> derive) => (_below, _derive) = (below, derive);

    public string? this[string name] => _below[name] ?? (Names.Contains(name) ? _derive(name) : null);

    public static bool IsDerived(string name) => Names.Contains(name);

    public static DerivedColumns OfRow(SourceRecord.Row row, RowVisits? visits, MomentContext moments) =>
        new(row.Columns, name => name switch
        {
            "now" => WireTime.Text(moments.Now),
            "row.line" => Text(row.Line),
            "visits.count" => visits is null ? null : Text(visits.Visits.Count),
            "visits.first" => visits is null ? null : WireTime.Text(visits.First),
            "visits.last" => visits is null ? null : WireTime.Text(visits.Last),
            _ => null,
        });

    public static DerivedColumns OfVisit(DerivedColumns ofRow, PlannedVisit visit) => new(ofRow, name => name switch
    {
        "visit.id" => visit.Id,
        "visit.number" => Text(visit.Number),
        "visit.start" => WireTime.Text(visit.Start),
        "visit.end" => WireTime.Text(visit.End),
        "visit.pages" => Text(visit.Pages.Count),
        _ => null,
    });

    public static DerivedColumns OfPage(DerivedColumns ofRow, PlannedVisit visit, PlannedPage page) => new(
        OfVisit(ofRow, visit),
        name => name switch
        {
            "page.number" => Text(page.Number),
            "page.path" => page.Path,
            "page.time" => WireTime.Text(page.At),
            _ => null,
        });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
