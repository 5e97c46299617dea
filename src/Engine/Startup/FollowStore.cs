using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Startup;

/// <summary>
/// Takes over, second by second, what other processes on the same store have changed: rules, experiments and items. Each look
/// costs a number read and an index touched.
/// </summary>
public sealed partial class FollowStore(
    PlaybookKeeper playbooks, IItemStore items, ItemCatalogue catalogue, IRecommenderFeed feed, TimeProvider time, ILogger<FollowStore> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>A row may become visible so long after the instant that is written in it.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>Changes of the last look, which the overlap brings again.</summary>
    private HashSet<(string ItemId, DateTimeOffset At)> _takenOver = [];
    private bool _isFailing;

    public async Task RunAsync(CancellationToken stopping)
    {
        var seen = time.GetUtcNow();
        using var timer = new PeriodicTimer(Every, time);
        while (await TickAsync(timer, stopping))
        {
            var now = time.GetUtcNow();
            if (await TryLookAsync(seen - Overlap, stopping)) seen = now;
        }
    }

    private async Task<bool> TryLookAsync(DateTimeOffset since, CancellationToken stopping)
    {
        try
        {
            if (await playbooks.RefreshAsync(stopping)) Log.Refreshed(logger, playbooks.Current.Version);
            await TakeOverItemsAsync(since, stopping);
            if (_isFailing) Log.GoesOn(logger);
            _isFailing = false;
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            if (!_isFailing) Log.Failed(logger, exception);
            _isFailing = true;
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task TakeOverItemsAsync(DateTimeOffset since, CancellationToken stopping)
    {
        var met = new HashSet<(string ItemId, DateTimeOffset At)>();
        await foreach (var change in items.ReadWrittenSinceAsync(since, stopping))
        {
            met.Add((change.ItemId, change.At));
            if (_takenOver.Contains((change.ItemId, change.At))) continue;
            catalogue.Apply(change);
            feed.Apply(change);
        }

        _takenOver = met;
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(132, LogLevel.Information, "Rules and experiments of version {Version} are in force.")]
        public static partial void Refreshed(ILogger logger, long version);

        [LoggerMessage(133, LogLevel.Warning, "What other processes changed cannot be read; what is known stays in force.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(134, LogLevel.Warning, "What other processes change can be read again.")]
        public static partial void GoesOn(ILogger logger);
    }
}
