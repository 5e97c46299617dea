using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Timers;

internal static partial class TimerLog
{
    [LoggerMessage(10, LogLevel.Error, "Timer {Function} is disabled: {Reason}")]
    public static partial void ScheduleUnreadable(this ILogger logger, string function, string reason);

    [LoggerMessage(11, LogLevel.Warning, "{Path} cannot be read; the timers begin anew")]
    public static partial void StatusFileUnreadable(this ILogger logger, string path, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "The status of timer {Function} could not be kept")]
    public static partial void StatusNotKept(this ILogger logger, string function, Exception exception);

    [LoggerMessage(13, LogLevel.Warning, "Timer {Function} has no occurrence after {After:O}")]
    public static partial void NoOccurrence(this ILogger logger, string function, DateTime after);
}
