using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Overview;

/// <summary>Reads what processes wrote down of the work behind decisions: a row for each of a few dozen names.</summary>
public sealed class ReadStanding(
    StandingRecords records, WatchedSyncs syncs, IEnumerable<WatchedTimer> timers, IStoreFigures store, IOverviewFigures figures, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _started = time.GetUtcNow();

    public async Task<StandingNow> RunAsync(CancellationToken cancellationToken)
    {
        var (moved, ran) = (new List<SyncNow>(), new List<TimerNow>());
        foreach (var name in syncs.Names)
        {
            var upTo = await records.ReadInstantAsync(WatchedSyncs.RecordOf(name), cancellationToken);
            moved.Add(new SyncNow(name, upTo ?? _started, upTo is not null));
        }

        foreach (var timer in timers.OrderBy(timer => timer.Name, StringComparer.Ordinal))
        {
            var last = await records.ReadInstantAsync(WatchedTimer.RecordOf(timer.Name), cancellationToken);
            ran.Add(new TimerNow(timer.Name, last ?? _started, timer.Interval, last is not null));
        }

        return new StandingNow(
            moved, ran, Backlog.Parse(await records.ReadAsync(Backlog.Record, cancellationToken)),
            await WatchSampleRatios.ReadAsync(records, cancellationToken), await store.DeadLettersAsync(cancellationToken),
            await figures.GivenUpSinceAsync(time.GetUtcNow() - Lately, cancellationToken));
    }
}
