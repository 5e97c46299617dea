using NCrontab;
using PersonalizationEngine.Dashboard.Operations;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>When the timers run next.</summary>
internal static class TimerPlans
{
    public static IReadOnlyList<TimerPlan> Of(IEnumerable<WatchedTimer> timers, DateTimeOffset now) =>
        [.. timers.OrderBy(timer => timer.Name, StringComparer.Ordinal).Select(timer => new TimerPlan(timer, CronWords.Of(timer.Schedule), NextOf(timer.Schedule, now)))];

    private static DateTimeOffset NextOf(string schedule, DateTimeOffset now) => new(
        DateTime.SpecifyKind(
            CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true }).GetNextOccurrence(now.UtcDateTime), DateTimeKind.Utc));
}
