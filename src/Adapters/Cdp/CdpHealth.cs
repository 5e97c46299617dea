using MySqlConnector;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Without the CDP's tables facts get old; decisions flow.</summary>
internal sealed class CdpHealth(CdpOptions options, CdpDatabase database, CustomerSyncState state) : IHealthProbe
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(900);

    public string Name => CdpDatabase.Name;

    public bool IsVital => false;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        if (state.Faults.Count > 0) throw new UnhealthyException($"the mapping does not fit the database: {string.Join("; ", state.Faults)}");
        await database.ReadAsync(AskAsync, Budget, cancellationToken);
        return string.Join("; ", [$"{options.Mapping.Tables.Count} tables", .. state.Warnings]);
    }

    private static async Task<object?> AskAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand("select 1", connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
