using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Timers;

/// <summary>Remembers one timer's runs across restarts.</summary>
internal sealed class TimerMonitor(string function, TimerSchedule schedule, TimerStatusFile file, ILogger logger)
{
    /// <summary>What is known now; null before the first start.</summary>
    public TimerStatus? Status { get; private set; } = file.Find(function);

    /// <summary>
    /// Whether an occurrence passed while the host was down, by the schedule as it is now. A timer seen for the first time
    /// has missed none.
    /// </summary>
    public bool HasMissed(DateTime now)
    {
        if (Status is not { } status) return false;
        var since = status.Last > DateTime.MinValue ? status.Last : status.LastUpdated;
        return schedule.Next(since) <= now;
    }

    public void Begin(DateTime now) => Keep(last: Status?.Last ?? DateTime.MinValue, from: now, now);

    public void Ran(DateTime start, DateTime now) => Keep(last: start, from: start, now);

    private void Keep(DateTime last, DateTime from, DateTime now)
    {
        Status = new TimerStatus(last, schedule.Next(from) ?? DateTime.MaxValue, now);
        try
        {
            file.Save(function, Status);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.StatusNotKept(function, failure);
        }
    }
}
