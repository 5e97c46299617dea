using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Timers;

/// <summary>Runs one timer function at its occurrences, one run at a time.</summary>
/// <param name="monitor">Null where nothing is kept across restarts.</param>
internal sealed class TimerListener(
    TimerFunction function, TimerSchedule schedule, bool runsOnStartup, TimerMonitor? monitor, TimeProvider time, ILogger logger)
{
    // a longer wait than the system's timers can take is made of several
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Ends when told to stop and no run is under way.</summary>
    public async Task ListenAsync(CancellationToken stopping)
    {
        var last = Now;
        if (monitor is not null && monitor.HasMissed(last)) await RunAsync(last, isPastDue: true);
        else if (runsOnStartup) await RunAsync(last, isPastDue: false);
        else monitor?.Begin(last);

        while (schedule.Next(last) is { } due)
        {
            await WaitUntilAsync(due, stopping);
            if (stopping.IsCancellationRequested) return;

            // never before the occurrence it stands for, else that one would come again
            last = Now is var start && start > due ? start : due;
            await RunAsync(last, isPastDue: false);
        }

        logger.NoOccurrence(function.Name, last);
    }

    private async Task RunAsync(DateTime start, bool isPastDue)
    {
        var status = monitor?.Status;
        await function.RunAsync(new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = monitor is null ? null : new ScheduleStatus
            {
                Last = status?.Last ?? DateTime.MinValue,
                Next = status?.Next ?? start,
                LastUpdated = status?.LastUpdated ?? DateTime.MinValue,
            },
        });
        monitor?.Ran(start, Now);
    }

    private async Task WaitUntilAsync(DateTime due, CancellationToken stopping)
    {
        while (due - Now is { Ticks: > 0 } wait && !stopping.IsCancellationRequested)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
