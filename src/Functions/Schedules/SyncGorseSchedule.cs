using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Sync.Gorse;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class SyncGorseSchedule(SyncGorse sync, SharedJobs jobs, WatchedSyncs syncs, ILogger<SyncGorseSchedule> logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(45);

    /// <summary>Every minute; does nothing when there is no Gorse.</summary>
    [Function("SyncGorse")]
    public async Task RunAsync([TimerTrigger("40 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (sync.HasGorse) await jobs.RunAsync("SyncGorse", Spacing, SyncAsync, cancellationToken);
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        var told = await syncs.RunAsync(
            WatchedSyncs.Gorse, () => sync.RunAsync(cancellationToken),
            counts => ((long)counts.Items + counts.People + counts.Merges + counts.Interests, true), TimeSpan.Zero, cancellationToken);
        if (told != SyncedCounts.None) Log.Synced(logger, told.Items, told.People, told.Merges, told.Interests);
    }

    private static partial class Log
    {
        [LoggerMessage(211, LogLevel.Information, "Gorse was told of {Items} items, {People} people, {Merges} merges and {Interests} interests.")]
        public static partial void Synced(ILogger logger, int items, int people, int merges, int interests);
    }
}
