using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlPlaybookVersion(SqlDatabase database) : IPlaybookVersion
{
    private const string Name = "playbook_version";

    private static readonly string[] Columns = ["name", "value"];

    public async Task<long> ReadAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<long?>(
            new CommandDefinition("select value from watermarks where name = @Name", new { Name }, cancellationToken: token)),
        cancellationToken) ?? 0;

    public static async Task RaiseAsync(SqlTransaction transaction)
    {
        await transaction.ExecuteAsync(transaction.Dialect.InsertIfAbsent("watermarks", Columns), new { name = Name, value = 0L });
        await transaction.ExecuteAsync("update watermarks set value = value + 1 where name = @Name", new { Name });
    }
}
