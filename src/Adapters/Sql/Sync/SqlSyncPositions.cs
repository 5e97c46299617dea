using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Sync;

internal sealed class SqlSyncPositions(SqlDatabase database, Tombstones tombstones) : ISyncPositions
{
    private static readonly string[] Columns = ["name", "position"];

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<string?>(
            new CommandDefinition("select position from sync_positions where name = @name", new { name }, cancellationToken: token)),
        cancellationToken);

    public Task WriteAsync(string name, string position, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var erased = await tombstones.ErasedAmongAsync(transaction, PositionNames.In(position));
            await transaction.ExecuteAsync(
                transaction.Dialect.Upsert("sync_positions", ["name"], Columns),
                new { name, position = erased.Count == 0 ? position : PositionNames.Without(position, erased) });
        },
        cancellationToken);
}
