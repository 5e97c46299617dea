using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Items;

internal sealed class SqlItemStore(SqlDatabase database) : IItemStore
{
    private const string Read = $"select {ItemRow.Columns} from items order by item_id";

    private const string ReadSince = $"select {ItemRow.Columns} from items where changed_at >= @since order by changed_at, item_id";

    public IAsyncEnumerable<ItemChange> ReadAllAsync(CancellationToken cancellationToken) => StreamAsync(Read, null, cancellationToken);

    public IAsyncEnumerable<ItemChange> ReadWrittenSinceAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        StreamAsync(ReadSince, new { since = UnixMilliseconds.From(instant) }, cancellationToken);

    private async IAsyncEnumerable<ItemChange> StreamAsync(
        string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in database.StreamAsync<ItemRow>(sql, parameters, cancellationToken)) yield return row.ToChange();
    }
}
