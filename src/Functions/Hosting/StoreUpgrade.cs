using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Adapters.Sqlite;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Brings the local store to the newest schema before anything is served.</summary>
internal sealed class StoreUpgrade(SqliteDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => SqliteMigrations.RunAsync(database, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
