using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>How long synchronisations and rescoring take, and how much they move.</summary>
public static class RunFigures
{
    private static readonly InstrumentAdvice<double> UpToAnHour = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
    };

    private static readonly Histogram<double> SyncDuration = EngineMetrics.Meter.CreateHistogram(
        "personalization.sync.duration", unit: "s", description: "How long a run of a synchronisation took.", advice: UpToAnHour);

    private static readonly Counter<long> SyncRows = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.sync.rows", unit: "{row}", description: "Rows that synchronisations read or told.");

    private static readonly Histogram<double> RescoreDuration = EngineMetrics.Meter.CreateHistogram(
        "personalization.rescore.duration", unit: "s", description: "How long a run of rescoring took.", advice: UpToAnHour);

    private static readonly Counter<long> RescoredPeople = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.rescore.people", unit: "{person}", description: "People rescored.");

    /// <summary>A run of a synchronisation; one that throws counts as failed.</summary>
    /// <param name="work">Gives how many rows were moved, and whether the run came to its end.</param>
    public static async Task<T> OfSyncAsync<T>(string sync, Func<Task<T>> work, Func<T, (long Rows, bool Succeeded)> read)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(read);
        var (began, succeeded, tag) = (Stopwatch.GetTimestamp(), false, new KeyValuePair<string, object?>("sync", sync));
        try
        {
            var done = await work();
            (var rows, succeeded) = read(done);
            if (rows > 0) SyncRows.Add(rows, tag);
            return done;
        }
        finally
        {
            SyncDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tag, ResultOf(succeeded));
        }
    }

    /// <summary>A run of rescoring; one that throws counts as failed.</summary>
    internal static async Task<int> OfRescoringAsync(Func<Task<int>> work)
    {
        var (began, succeeded) = (Stopwatch.GetTimestamp(), false);
        try
        {
            var people = await work();
            succeeded = true;
            if (people > 0) RescoredPeople.Add(people);
            return people;
        }
        finally
        {
            RescoreDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, ResultOf(succeeded));
        }
    }

    private static KeyValuePair<string, object?> ResultOf(bool succeeded) => new("result", succeeded ? "ok" : "failed");
}
