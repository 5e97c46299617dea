using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Replay.Visits;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>Fills the events of a mapping with each row.</summary>
/// <param name="visits">How totals become visits; null where the mapping has none.</param>
internal sealed class TemplateMapping(string identity, IReadOnlyList<EventTemplate> events, VisitPlan? visits) : IRowMapping
{
    public string Identity => identity;

    public IEnumerable<string> Columns => events.SelectMany(template => template.Columns).Concat(visits?.Columns ?? [])
        .Where(name => !DerivedColumns.IsDerived(name)).Distinct();

    public MappedRow Map(SourceRecord.Row row, MomentContext moments)
    {
        RowVisits? rowVisits = null;
        if (visits is not null && !visits.Expand(row.Columns, moments.Now).TryGet(out rowVisits, out var failure))
            return MappedRow.Wrong(failure);

        var filled = new List<WireEvent>();
        foreach (var template in events)
        {
            foreach (var columns in ColumnsFor(template.Each, row, rowVisits, moments))
            {
                if (template.Fill(columns, moments, row.Line, out var wireEvent) is { } fault) return MappedRow.Wrong(fault);
                if (wireEvent is not null) filled.Add(wireEvent.Value);
            }
        }

        return MappedRow.Of(filled);
    }

    private static IEnumerable<IColumns> ColumnsFor(Each each, SourceRecord.Row row, RowVisits? visits, MomentContext moments)
    {
        var ofRow = DerivedColumns.OfRow(row, visits, moments);
        return each switch
        {
            Each.Row => [ofRow],
            Each.Visit => visits!.Visits.Select(visit => DerivedColumns.OfVisit(ofRow, visit)),
            _ => visits!.Visits.SelectMany(visit => visit.Pages.Select(page => DerivedColumns.OfPage(ofRow, visit, page))),
        };
    }
}
