using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Sync.Customers.Positions;
using PersonalizationEngine.Engine.Sync.Customers.Rows;

namespace PersonalizationEngine.Engine.Sync.Customers;

/// <summary>
/// Reads what is new in one table, batch by batch. Each batch is stored, then remembered, then the position moves on: a death
/// between two of these repeats the batch, and what was stored already counts no second time.
/// </summary>
internal sealed class TableSync(
    ICustomerPlatform platform, IngestEvents events, ISyncedRecords records, ISyncPositions positions, TimeProvider time)
{
    public async Task<CustomerSyncSummary> RunAsync(TableMapping table, CancellationToken cancellationToken)
    {
        var name = PositionName(table.Kind);
        var now = time.GetUtcNow();
        var position = TablePosition.Read(await positions.ReadAsync(name, cancellationToken), table.Shape)
            ?? new TablePosition(table.Shape, 0, DateTimeOffset.MinValue, true, null);
        if (position.Done)
        {
            if (table.Way == ReadingWay.Whole && position.Began + platform.Mapping.WholeEvery > now) return CustomerSyncSummary.Nothing;
            position = position with { Pass = position.Pass + 1, Began = now, Done = false };
        }

        var reader = new RowReader(table);
        var summary = CustomerSyncSummary.Nothing;
        while (!position.Done)
        {
            var rows = await platform.ReadAsync(table, position.Cursor, platform.Mapping.BatchRows, cancellationToken);
            summary += await StoreAsync(table, position.Pass, [.. rows.Select(reader.Read).OfType<RowDocument>()], rows.Count, cancellationToken);
            position = MoveOn(position, table, rows);
            await positions.WriteAsync(name, position.Write(), cancellationToken);
        }

        return summary;
    }

    internal static string PositionName(RecordKind kind) => $"cdp:{kind.Name()}";

    private TablePosition MoveOn(TablePosition position, TableMapping table, IReadOnlyList<SourceRow> rows)
    {
        var cursor = rows.Count == 0 ? position.Cursor : CursorOf(table, rows[^1]);
        return rows.Count == platform.Mapping.BatchRows
            ? position with { Cursor = cursor }
            : position with { Done = true, Cursor = NextStart.After(cursor, table, platform.Mapping, time.GetUtcNow()) };
    }

    private static ReadingCursor CursorOf(TableMapping table, SourceRow row) => new(
        table.Order is { } order ? row.Values[table.IndexOf(order.Column)] : null,
        [.. table.Key.Select(key => row.Values[table.IndexOf(key)])]);

    private async Task<CustomerSyncSummary> StoreAsync(
        TableMapping table, long pass, IReadOnlyList<RowDocument> documents, int rows, CancellationToken cancellationToken)
    {
        var source = SourceName(table.Kind);
        var ids = documents.Select(document => document.RecordId).Distinct(StringComparer.Ordinal).ToList();
        var known = await records.FindAsync(source, ids, cancellationToken);
        var fresh = documents
            .Where(document => !(known.TryGetValue(document.RecordId, out var before) && document.IsKnownAs(before)))
            .ToList();
        if (fresh.Count == 0) return new CustomerSyncSummary(rows, 0, 0, 0);

        var returned = fresh.Select(document => document.RecordId)
            .Where(id => known.TryGetValue(id, out var before) && before == KnownAs.Gone).ToHashSet(StringComparer.Ordinal);
        using var batch = RowEvents.Batch(table.Kind, pass, fresh, returned, time.GetUtcNow());
        var result = await events.RunAsync(EventSource.Cdp, batch, null, cancellationToken);
        await records.WriteAsync(source, Remembered(table.Kind, fresh, result), cancellationToken);
        return new CustomerSyncSummary(rows, result.Accepted, result.Refused, 0);
    }

    /// <summary>A refused row is remembered, too, lest it be refused again and again; when it changes it is looked at anew.</summary>
    private static Dictionary<string, long> Remembered(RecordKind kind, List<RowDocument> documents, IngestionSummary result)
    {
        var remembered = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var one in result.Results)
        {
            // Its id may name the person who was erased: it is looked at again, and ignored again.
            if (one.Status == EventStatus.Ignored) continue;
            var document = documents[one.Index];
            remembered[document.RecordId] = one.Status == EventStatus.Refused ? document.Exact
                : RecordFields.AreDeeds(kind) ? KnownAs.Counted
                : document.Fingerprint;
        }

        return remembered;
    }

    internal static string SourceName(RecordKind kind) => $"cdp:{kind.Name()}";
}
