using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.MySql;

internal sealed class MySqlHealth(MySqlDatabase database) : IHealthProbe
{
    public string Name => "store";

    public bool IsVital => true;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var people = await database.ReadAsync(
            (connection, token) => connection.ExecuteScalarAsync<long>(
                new CommandDefinition("select count(*) from (select 1 from people limit 1) t", cancellationToken: token)),
            cancellationToken);
        return people == 0 ? "mysql, empty" : "mysql";
    }
}
