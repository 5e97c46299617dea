using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>
/// Brings the store to the newest schema before anything is served. Done while the host is still starting: the service of
/// Azure's worker that takes requests was registered first, so what runs in <c>StartAsync</c> runs beside the first of them.
/// A server that cannot be reached does not keep the engine from starting.
/// </summary>
internal sealed partial class StoreUpgrade(StoreMigration migration, TimeProvider time, ILogger<StoreUpgrade> logger)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), RetryAfter = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private Task _retrying = Task.CompletedTask;

    /// <exception cref="InvalidSettingsException">The database holds tables of the same names that are not the engine's.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!migration.IsRemote)
        {
            await migration.RunAsync(cancellationToken);
            return;
        }

        var running = Task.Run(() => migration.RunAsync(_stopping.Token), CancellationToken.None);
        try
        {
            await running.WaitAsync(Patience, time, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidSettingsException([$"ENGINE_MYSQL_URL: {exception.Message}"]);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotYet(logger, exception);
            _retrying = RetryAsync(running);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken) =>
        await _retrying.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public void Dispose() => _stopping.Dispose();

    private async Task RetryAsync(Task running)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await running;
                Log.Done(logger);
                return;
            }
            catch (InvalidDataException exception)
            {
                // It would not become better by itself.
                Log.Refused(logger, exception.Message);
                return;
            }
            catch (Exception) when (!_stopping.IsCancellationRequested)
            {
                await Task.Delay(RetryAfter, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                running = migration.RunAsync(_stopping.Token);
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(221, LogLevel.Error, "The store cannot be reached; decisions go without it, and it is tried again.")]
        public static partial void NotYet(ILogger logger, Exception exception);

        [LoggerMessage(222, LogLevel.Warning, "The store is there, and its tables are of the newest version.")]
        public static partial void Done(ILogger logger);

        [LoggerMessage(223, LogLevel.Critical, "The store cannot be used: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
