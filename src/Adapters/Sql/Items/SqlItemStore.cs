using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Items;

internal sealed class SqlItemStore(SqlDatabase database) : IItemStore
{
    private const string Read = $"select {ItemRow.Columns} from items order by item_id";

    public async IAsyncEnumerable<ItemChange> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in database.StreamAsync<ItemRow>(Read, null, cancellationToken)) yield return row.ToChange();
    }
}
