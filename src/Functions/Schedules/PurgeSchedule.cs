using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class PurgeSchedule(PurgeExpiredData purge, EraseInactivePeople inactive, SharedJobs jobs, ILogger<PurgeSchedule> logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromHours(12);

    /// <summary>Every night at 02:20 UTC.</summary>
    [Function("PurgeExpiredData")]
    public async Task RunAsync([TimerTrigger("0 20 2 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        await jobs.RunAsync("PurgeExpiredData", Spacing, PurgeAsync, cancellationToken);
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        foreach (var (kind, rows) in await purge.RunAsync(cancellationToken))
            if (rows > 0) Log.Purged(logger, rows, kind);
        if (await inactive.RunAsync(cancellationToken) is > 0 and var people) Log.Erased(logger, people);
    }

    private static partial class Log
    {
        [LoggerMessage(204, LogLevel.Information, "{Rows} rows of {Kind} were too old and are gone.")]
        public static partial void Purged(ILogger logger, long rows, RetainedKind kind);

        [LoggerMessage(524, LogLevel.Information, "{People} people were not heard of for as long as retention says, and are erased.")]
        public static partial void Erased(ILogger logger, int people);
    }
}
