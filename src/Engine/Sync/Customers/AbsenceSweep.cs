using System.Text.Json;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Sync.Customers.Positions;
using PersonalizationEngine.Engine.Sync.Customers.Rows;

namespace PersonalizationEngine.Engine.Sync.Customers;

/// <summary>
/// Looks for known records whose rows have vanished: the ids we know are asked for piece by piece, so that neither side has to
/// sort the way the other does, and memory does not grow. They are counted before the first one goes.
/// </summary>
internal sealed partial class AbsenceSweep(
    ICustomerPlatform platform, IngestEvents events, ISyncedRecords records, ISyncPositions positions, CustomerSyncState state,
    TimeProvider time, ILogger logger)
{
    public async Task<CustomerSyncSummary> RunAsync(TableMapping table, CancellationToken cancellationToken)
    {
        var name = $"{TableSync.PositionName(table.Kind)}:absence";
        var stored = await positions.ReadAsync(name, cancellationToken);
        var last = stored is null ? new StoredSweep(0, 0) : JsonSerializer.Deserialize(stored, PositionJson.Default.StoredSweep)!;
        var now = time.GetUtcNow();
        if (DateTimeOffset.FromUnixTimeMilliseconds(last.Began) + platform.Mapping.Absence.Every > now) return CustomerSyncSummary.Nothing;

        var sweep = new StoredSweep(last.Number + 1, now.ToUnixTimeMilliseconds());
        var vanished = await IsLossPlausibleAsync(table, cancellationToken) ? await RemoveAsync(table, sweep.Number, cancellationToken) : 0;
        await positions.WriteAsync(name, JsonSerializer.Serialize(sweep, PositionJson.Default.StoredSweep), cancellationToken);
        return new CustomerSyncSummary(0, 0, 0, vanished);
    }

    private async Task<bool> IsLossPlausibleAsync(TableMapping table, CancellationToken cancellationToken)
    {
        var known = await records.CountAsync(TableSync.SourceName(table.Kind), cancellationToken);
        var allowed = platform.Mapping.Absence.Allowed(known);
        long missing = 0;
        await foreach (var piece in FindVanishedAsync(table, cancellationToken))
        {
            missing += piece.Count;
            if (missing <= allowed) continue;
            var percent = platform.Mapping.Absence.MostPercent;
            state.Warn(table.Kind, $"{table.Kind.Name()}: more than {percent} % of {known} known records have no row any more, so none is taken for deleted");
            Log.TooMany(logger, table.Kind.Name(), percent, known);
            return false;
        }

        state.Warn(table.Kind, null);
        return true;
    }

    private async Task<long> RemoveAsync(TableMapping table, long sweep, CancellationToken cancellationToken)
    {
        long vanished = 0;
        await foreach (var piece in FindVanishedAsync(table, cancellationToken))
        {
            using var batch = RowEvents.Vanished(table.Kind, sweep, piece, time.GetUtcNow());
            await events.RunAsync(EventSource.Cdp, batch, null, cancellationToken);
            await records.WriteAsync(
                TableSync.SourceName(table.Kind), piece.ToDictionary(id => id, _ => KnownAs.Gone, StringComparer.Ordinal), cancellationToken);
            vanished += piece.Count;
        }

        return vanished;
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> FindVanishedAsync(
        TableMapping table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var limit = platform.Mapping.BatchRows;
        string? after = null;
        while (true)
        {
            var page = await records.ListAsync(TableSync.SourceName(table.Kind), after, limit, cancellationToken);
            // A row that could not be read into an id was never anybody.
            var ids = page.Where(RecordIds.IsPlain).ToList();
            if (ids.Count > 0)
            {
                var present = (await platform.FindAsync(table, ids, cancellationToken)).Select(Cells.Text).ToHashSet(StringComparer.Ordinal);
                var vanished = ids.Where(id => !present.Contains(id)).ToList();
                if (vanished.Count > 0) yield return vanished;
            }

            if (page.Count < limit) yield break;
            after = page[^1];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(174, LogLevel.Warning,
            "CDP {Table}: more than {Percent} % of {Known} known records have no row any more; none is taken for deleted.")]
        public static partial void TooMany(ILogger logger, string table, int percent, long known);
    }
}
