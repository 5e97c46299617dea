using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Adapters.Sql.Retention;

internal sealed class SqlRetentionStore(SqlDatabase database) : IRetentionStore
{
    public Task<int> PurgeAsync(RetainedKind kind, DateTimeOffset olderThan, int batch, CancellationToken cancellationToken)
    {
        var table = RetainedTables.Of(kind);
        return database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                transaction.Dialect.DeleteSome(table.Name, table.Keys, table.Condition),
                new { before = UnixMilliseconds.From(olderThan), beforeDate = olderThan, batch }),
            cancellationToken);
    }
}
