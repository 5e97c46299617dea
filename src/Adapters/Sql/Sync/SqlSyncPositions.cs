using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Sync;

internal sealed class SqlSyncPositions(SqlDatabase database) : ISyncPositions
{
    private static readonly string[] Columns = ["name", "position"];

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<string?>(
            new CommandDefinition("select position from sync_positions where name = @name", new { name }, cancellationToken: token)),
        cancellationToken);

    public Task WriteAsync(string name, string position, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            transaction.Dialect.Upsert("sync_positions", ["name"], Columns), new { name, position }),
        cancellationToken);
}
