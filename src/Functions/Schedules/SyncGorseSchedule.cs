using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class SyncGorseSchedule(SyncGorse sync, ILogger<SyncGorseSchedule> logger)
{
    /// <summary>Every minute; does nothing when there is no Gorse.</summary>
    [Function("SyncGorse")]
    public async Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var told = await sync.RunAsync(cancellationToken);
        if (told != SyncedCounts.None) Log.Synced(logger, told.Items, told.People, told.Merges, told.Interests);
    }

    private static partial class Log
    {
        [LoggerMessage(211, LogLevel.Information, "Gorse was told of {Items} items, {People} people, {Merges} merges and {Interests} interests.")]
        public static partial void Synced(ILogger logger, int items, int people, int merges, int interests);
    }
}
