using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Adapters.Sqlite;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>
/// Brings the local store to the newest schema before anything is served. Done while the host is still starting: the service of
/// Azure's worker that takes requests was registered first, so what runs in <c>StartAsync</c> runs beside the first of them.
/// </summary>
internal sealed class StoreUpgrade(SqliteDatabase database) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => SqliteMigrations.RunAsync(database, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
