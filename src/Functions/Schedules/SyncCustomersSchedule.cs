using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Sync.Customers;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class SyncCustomersSchedule(SyncCustomers sync, SharedJobs jobs, WatchedSyncs syncs, ILogger<SyncCustomersSchedule> logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(45);

    /// <summary>Every minute, at second 15; costs nothing where no table of a CDP is mapped.</summary>
    [Function("SyncCustomers")]
    public async Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (sync.HasTables) await jobs.RunAsync("SyncCustomers", Spacing, SyncAsync, cancellationToken);
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        var done = await syncs.RunAsync(
            WatchedSyncs.Customers, () => sync.RunAsync(cancellationToken), run => (run.Rows, run.Failure is null), TimeSpan.Zero, cancellationToken);
        if (done.Accepted + done.Refused + done.Vanished > 0) Log.Read(logger, done.Rows, done.Accepted, done.Refused, done.Vanished);
    }

    private static partial class Log
    {
        [LoggerMessage(207, LogLevel.Information,
            "{Rows} rows of the CDP read: {Accepted} records new or changed, {Refused} refused, {Vanished} gone.")]
        public static partial void Read(ILogger logger, long rows, long accepted, long refused, long vanished);
    }
}
