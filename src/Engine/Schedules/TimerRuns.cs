using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Schedules;

/// <summary>Runs what timers do, so that every process on the store knows how it went.</summary>
public sealed class TimerRuns(StandingRecords records, TimeProvider time)
{
    /// <param name="by">Who asked for it; null for the schedule.</param>
    public async Task<TimerOutcome> RunAsync(string timer, string? by, Func<Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var run = new TimerRun(time.GetUtcNow(), TimeSpan.Zero, TimerOutcome.Running, by);
        using var asked = by is null ? null : AskedRun.Begin();
        if (asked is not null) await WriteAsync(timer, run, cancellationToken);
        var outcome = TimerOutcome.Failed;
        try
        {
            await work();
            outcome = asked is { WasElsewhere: true } ? TimerOutcome.Elsewhere : TimerOutcome.Succeeded;
        }
        finally
        {
            // Written down even when the process is about to end: a run must not seem to go on for ever.
            await WriteAsync(timer, run with { Took = time.GetUtcNow() - run.BeganAt, Outcome = outcome }, CancellationToken.None);
        }

        if (outcome == TimerOutcome.Succeeded) await records.WriteAsync(WatchedTimer.RecordOf(timer), time.GetUtcNow(), cancellationToken);
        return outcome;
    }

    /// <summary>Null before the first run.</summary>
    public async Task<TimerRun?> LastAsync(string timer, CancellationToken cancellationToken) =>
        TimerRun.Parse(await records.ReadAsync(RecordOf(timer), cancellationToken));

    /// <summary>Null where it never succeeded.</summary>
    public Task<DateTimeOffset?> LastSuccessAsync(string timer, CancellationToken cancellationToken) =>
        records.ReadInstantAsync(WatchedTimer.RecordOf(timer), cancellationToken);

    private static string RecordOf(string timer) => $"run.{timer}";

    private Task WriteAsync(string timer, TimerRun run, CancellationToken cancellationToken) =>
        records.WriteAsync(RecordOf(timer), run.ToString(), cancellationToken);
}
