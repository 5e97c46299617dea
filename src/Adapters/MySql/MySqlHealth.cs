using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.MySql;

internal sealed class MySqlHealth(MySqlDatabase database) : IHealthProbe
{
    public string Name => "store";

    public bool IsVital => true;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var people = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("select count(*) from (select 1 from people limit 1) t", cancellationToken: cancellationToken));
        return people == 0 ? "mysql, empty" : "mysql";
    }
}
