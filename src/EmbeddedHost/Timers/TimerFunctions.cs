using EmbeddedHost.Discovery;
using EmbeddedHost.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Timers;

/// <summary>Makes the listeners of an app's timer functions.</summary>
internal sealed class TimerFunctions(IConfiguration configuration, DataFolder folder, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<TimerListener>();

    /// <summary>A function whose schedule cannot be read has none; the reason is logged.</summary>
    public IEnumerable<TimerListener> Listeners(
        IEnumerable<FoundFunction> functions, Func<FoundFunction, TimerFunction> runnerOf)
    {
        var file = new TimerStatusFile(folder, _logger);
        foreach (var function in functions)
        {
            if (function.Timer is not { } trigger) continue;
            if (TimerSchedule.Read(trigger.Schedule, configuration, out var reason) is not { } schedule)
            {
                _logger.ScheduleUnreadable(function.Name, reason);
                continue;
            }

            var isMonitored = trigger.UseMonitor && !schedule.IsUnderAMinute(time.GetUtcNow().UtcDateTime);
            var monitor = isMonitored ? new TimerMonitor(function.Name, schedule, file, _logger) : null;
            yield return new TimerListener(runnerOf(function), schedule, trigger.RunOnStartup, monitor, time, _logger);
        }
    }
}
