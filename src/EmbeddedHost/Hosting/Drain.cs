using EmbeddedHost.Durable.Hub;
using EmbeddedHost.Timers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Lets the host's work end before the app is stopped: no new connection, no new timer run or activity, and time for what is under way.
/// After 30 s the tokens of what still runs fire; 5 s later its connections are cut.
/// </summary>
internal sealed partial class Drain(
    IServer server, TimerListeners timers, DurableHub durable, DrainDeadline deadline, TimeProvider time, ILogger<Drain> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private Task? _draining;

    /// <summary>Drains once, however often it is called.</summary>
    public Task RunAsync()
    {
        lock (_lock) return _draining ??= DrainAsync();
    }

    private async Task DrainAsync()
    {
        using var cut = new CancellationTokenSource();
        var serverStopped = server.StopAsync(cut.Token);
        var allEnded = Task.WhenAll(serverStopped, timers.StopAsync(), durable.StopAsync());
        if (await EndsWithinAsync(allEnded, Patience)) return;

        await deadline.ExpireAsync();
        if (await EndsWithinAsync(allEnded, LastChance)) return;

        LogCut(logger);
        await cut.CancelAsync();
        await serverStopped;
    }

    private async Task<bool> EndsWithinAsync(Task work, TimeSpan patience)
    {
        await work.WaitAsync(patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return work.IsCompleted;
    }

    [LoggerMessage(20, LogLevel.Warning, "Functions that did not heed their token were cut off")]
    private static partial void LogCut(ILogger logger);
}
