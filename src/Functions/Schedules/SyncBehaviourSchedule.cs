using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Schedules;

/// <param name="sync">None when no web analytics system is connected.</param>
public sealed partial class SyncBehaviourSchedule(
    IEnumerable<SyncBehaviour> sync, IEnumerable<SyncInteractions> interactions, RescoreChangedPeople rescore, SharedJobs jobs, WatchedSyncs syncs,
    ILogger<SyncBehaviourSchedule> logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(45);

    /// <summary>Every minute; whose counts changed is rescored at once.</summary>
    [Function("SyncBehaviour")]
    public async Task RunAsync([TimerTrigger("10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        foreach (var one in sync)
            await jobs.RunAsync("SyncBehaviour", Spacing, token => SyncAsync(one, token), cancellationToken);
        foreach (var one in interactions)
            await jobs.RunAsync("SyncInteractions", Spacing, token => LearnAsync(one, token), cancellationToken);
    }

    private async Task SyncAsync(SyncBehaviour one, CancellationToken cancellationToken)
    {
        var summary = await syncs.RunAsync(
            WatchedSyncs.Behaviour, () => one.RunAsync(cancellationToken), done => (done.Met, true), one.Lag, cancellationToken);
        Log.Synced(logger, summary.Met, summary.Changed, summary.Forgotten, summary.IsFull);
        if (summary.Changed + summary.Forgotten == 0) return;
        await jobs.RunAsync(RescoreChangedPeople.JobName, TimeSpan.Zero, rescore.RunAsync, cancellationToken);
    }

    private async Task LearnAsync(SyncInteractions one, CancellationToken cancellationToken)
    {
        var stored = await syncs.RunAsync(
            WatchedSyncs.Interactions, () => one.RunAsync(cancellationToken), count => (count, true), one.Lag, cancellationToken);
        if (stored > 0) Log.Learnt(logger, stored);
    }

    private static partial class Log
    {
        [LoggerMessage(208, LogLevel.Information, "{Count} acts on items taken over.")]
        public static partial void Learnt(ILogger logger, long count);

        [LoggerMessage(206, LogLevel.Information,
            "{Met} visitors counted: {Changed} changed, {Forgotten} are gone (everybody: {IsFull}).")]
        public static partial void Synced(ILogger logger, long met, long changed, long forgotten, bool isFull);
    }
}
