using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>
/// Asks the stores for the figures of <see cref="StandingGauges"/>, again and again, while somebody reads them. Each part is
/// read for itself: one that fails is missing from what is told, and nobody is told the same as long as it fails.
/// </summary>
public sealed partial class LookAtInstallation(
    StandingGauges gauges, IStoreFigures store, StandingRecords records, WatchedSyncs syncs, IEnumerable<WatchedTimer> timers,
    PlaybookKeeper playbooks, TelemetryOptions options, TimeProvider time, ILogger<LookAtInstallation> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly IReadOnlyList<WatchedTimer> _timers = [.. timers];
    private bool _isFailing;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.LookEvery, time);
        try
        {
            do
            {
                if (gauges.AreWanted) await LookAsync(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    internal async Task LookAsync(CancellationToken stopping)
    {
        var failed = false;
        var standing = new Standing
        {
            Sizes = [.. await TryAsync(SizesAsync, [])],
            DeadLetters = await TryAsync(async token => (long?)await store.DeadLettersAsync(token), null),
            Backlog = await TryAsync(BacklogAsync, []),
            Watermarks = await TryAsync(token => InstantsAsync(syncs.Names, WatchedSyncs.RecordOf, token), []),
            Timers = await TryAsync(token => InstantsAsync(_timers.Select(timer => timer.Name), WatchedTimer.RecordOf, token), []),
            Intervals = [.. _timers.Select(timer => KeyValuePair.Create(timer.Name, timer.Interval.TotalSeconds))],
            Mismatches = await TryAsync(MismatchesAsync, []),
        };
        if (stopping.IsCancellationRequested) return;
        gauges.Now = standing;
        _isFailing = failed;

        async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> read, T otherwise)
        {
            try
            {
                return await Task.Run(() => read(stopping), stopping).WaitAsync(Patience, time, stopping);
            }
            catch (Exception exception)
            {
                if (!failed && !_isFailing && !stopping.IsCancellationRequested) Log.NotRead(logger, exception);
                failed = true;
                return otherwise;
            }
        }
    }

    private async Task<IReadOnlyList<KeyValuePair<string, long>>> SizesAsync(CancellationToken cancellationToken)
    {
        var engine = KeyValuePair.Create("engine", await store.BytesAsync(cancellationToken));
        return options.DurableFile is { } path && new FileInfo(path) is { Exists: true } file ? [engine, KeyValuePair.Create("durable", file.Length)] : [engine];
    }

    private async Task<IReadOnlyList<KeyValuePair<string, long>>> BacklogAsync(CancellationToken cancellationToken) =>
        Backlog.Parse(await records.ReadAsync(Backlog.Record, cancellationToken)) is { } backlog
            ? [KeyValuePair.Create("pending", backlog.Pending), KeyValuePair.Create("running", backlog.Running), KeyValuePair.Create("stuck", backlog.Stuck)]
            : [];

    private async Task<IReadOnlyList<KeyValuePair<string, DateTimeOffset>>> InstantsAsync(
        IEnumerable<string> names, Func<string, string> recordOf, CancellationToken cancellationToken)
    {
        var instants = new List<KeyValuePair<string, DateTimeOffset>>();
        foreach (var name in names)
            instants.Add(KeyValuePair.Create(name, await records.ReadInstantAsync(recordOf(name), cancellationToken) ?? _started));
        return instants;
    }

    private async Task<IReadOnlyList<KeyValuePair<string, int>>> MismatchesAsync(CancellationToken cancellationToken)
    {
        var found = await WatchSampleRatios.ReadAsync(records, cancellationToken);
        return
        [
            .. playbooks.Current.Experiments
                .Where(one => one.Experiment.Status == ExperimentStatus.Running)
                .Select(one => KeyValuePair.Create(one.Experiment.Key, found.Contains(one.Experiment.Key) ? 1 : 0)),
        ];
    }

    private static partial class Log
    {
        [LoggerMessage(701, LogLevel.Warning, "Figures of the installation cannot be read; they are missing from what is told until they can.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
