using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Experiments.Watching;

/// <summary>
/// Finds running experiments whose variants have sizes that cannot be chance: then something decides who comes in, and no result
/// can be trusted. Everybody exposed is counted for it, so that it is done about once an hour.
/// </summary>
public sealed partial class WatchSampleRatios(
    IDefinitions<Experiment> experiments, IExperimentFacts facts, IExperimentHistory history, StandingRecords records, TimeProvider time,
    ILogger<WatchSampleRatios> logger)
{
    /// <summary>Somewhat less than an hour, for a schedule that comes by more often.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(55);

    private const string Record = "srm", RecordAt = "srm.at";

    private const int PageSize = 200, LongestRecord = 2000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await records.ReadInstantAsync(RecordAt, cancellationToken) is { } last && now - last < Every && last <= now) return;
        var found = new List<string>();
        long after = 0;
        IReadOnlyList<Stored<Experiment>> page;
        do
        {
            page = await experiments.ListAsync(after, PageSize, cancellationToken);
            foreach (var stored in page.Where(stored => stored.Value.Status == ExperimentStatus.Running))
                if (await IsOffAsync(stored.Value with { Id = stored.Id }, now, cancellationToken)) found.Add(stored.Value.Key);
            after = page.Count == 0 ? after : page[^1].Id;
        }
        while (page.Count == PageSize);

        foreach (var key in found) Log.Off(logger, key);
        while (found.Sum(key => key.Length + 1) > LongestRecord) found.RemoveAt(found.Count - 1);
        await records.WriteAsync(Record, string.Join(',', found), cancellationToken);
        await records.WriteAsync(RecordAt, now, cancellationToken);
    }

    /// <summary>The keys that the last look found.</summary>
    public static async Task<IReadOnlySet<string>> ReadAsync(StandingRecords records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (await records.ReadAsync(Record, cancellationToken) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<bool> IsOffAsync(Experiment experiment, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var people = TrialPeople.Of(experiment, await facts.ReadExposedAsync(experiment.Id, until, cancellationToken));
        var counts = experiment.Variants.Select((_, arm) => (long)people.Arms.Count(one => one == arm)).ToList();
        return SampleRatio.Test(counts, ExpectedPeople.Of(experiment, people, await history.ReadWeightsAsync(experiment.Id, cancellationToken))).IsSuspicious;
    }

    private static partial class Log
    {
        [LoggerMessage(702, LogLevel.Warning, "The variants of experiment {Key} have sizes that cannot be chance: its results are not to be trusted.")]
        public static partial void Off(ILogger logger, string key);
    }
}
