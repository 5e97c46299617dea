using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>
/// Gauges of what is true for the whole installation. A reader is told what the last look has found and never waits; ages go
/// on growing between two looks. Nothing is told before the first look.
/// </summary>
public sealed class StandingGauges
{
    private readonly TimeProvider _time;
    private readonly ObservableGauge<long> _size;
    private Standing _now = Standing.Unknown;

    public StandingGauges(TimeProvider time)
    {
        _time = time;
        var meter = EngineMetrics.Meter;
        _size = meter.CreateObservableGauge(
            "personalization.store.size", () => Tell(now => now.Sizes, "store"), "By", "Bytes that the stores of this installation take on disk.");
        meter.CreateObservableGauge(
            "personalization.delivery.dead_letters", () => _now.DeadLetters is { } letters ? (Measurement<long>[])[new(letters)] : [], "{message}",
            "Messages that were given up and wait for somebody to look.");
        meter.CreateObservableGauge(
            "personalization.durable.backlog", () => Tell(now => now.Backlog, "state"), "{instance}", "Orchestrations that are not over, by state.");
        meter.CreateObservableGauge(
            "personalization.sync.watermark_age", () => Ages(now => now.Watermarks, "sync"), "s",
            "How long ago the instant was up to which everything has been taken over.");
        meter.CreateObservableGauge(
            "personalization.timer.last_success_age", () => Ages(now => now.Timers, "timer"), "s",
            "Time since the timer last succeeded; since the start of the process where it never did.");
        meter.CreateObservableGauge(
            "personalization.timer.interval", () => Tell(now => now.Intervals, "timer"), "s", "Longest time between two occurrences of the timer.");
        meter.CreateObservableGauge(
            "personalization.experiment.srm", () => Tell(now => now.Mismatches, "experiment"), "1",
            "1 where the sizes of an experiment's variants cannot be chance, 0 where they can.");
    }

    /// <summary>Whether somebody reads them.</summary>
    public bool AreWanted => _size.Enabled;

    internal Standing Now
    {
        set => Volatile.Write(ref _now, value);
    }

    private IEnumerable<Measurement<T>> Tell<T>(Func<Standing, IReadOnlyList<KeyValuePair<string, T>>> which, string attribute)
        where T : struct => which(Volatile.Read(ref _now)).Select(one => new Measurement<T>(one.Value, KeyValuePair.Create(attribute, (object?)one.Key)));

    private IEnumerable<Measurement<double>> Ages(Func<Standing, IReadOnlyList<KeyValuePair<string, DateTimeOffset>>> which, string attribute)
    {
        var now = _time.GetUtcNow();
        return which(Volatile.Read(ref _now)).Select(one => new Measurement<double>(
            Math.Max(0, (now - one.Value).TotalSeconds), KeyValuePair.Create(attribute, (object?)one.Key)));
    }
}
