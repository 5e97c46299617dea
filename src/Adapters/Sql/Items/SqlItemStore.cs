using System.Runtime.CompilerServices;
using Dapper;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Items;

internal sealed class SqlItemStore(SqlDatabase database) : IItemStore
{
    private const string Read = $"select {ItemRow.Columns} from items order by item_id";

    public async IAsyncEnumerable<ItemChange> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await foreach (var row in connection.QueryUnbufferedAsync<ItemRow>(Read).WithCancellation(cancellationToken))
            yield return row.ToChange();
    }
}
