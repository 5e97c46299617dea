using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Sync;

internal sealed class SqlSyncPositions(SqlDatabase database) : ISyncPositions
{
    private static readonly string[] Columns = ["name", "position"];

    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select position from sync_positions where name = @name", new { name }, cancellationToken: cancellationToken));
    }

    public Task WriteAsync(string name, string position, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            transaction.Dialect.Upsert("sync_positions", ["name"], Columns), new { name, position }),
        cancellationToken);
}
