using NCrontab;

namespace EmbeddedHost.Timers;

internal sealed class CronSchedule(CrontabSchedule schedule) : TimerSchedule
{
    private const int FieldsWithSeconds = 6;
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Null for what is not NCrontab. Of five fields the first is minutes, and the second is 0.</summary>
    public static CronSchedule? Parse(string text)
    {
        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == FieldsWithSeconds };
        return CrontabSchedule.TryParse(text, options) is { } schedule ? new CronSchedule(schedule) : null;
    }

    public override DateTime? Next(DateTime after)
    {
        var next = schedule.GetNextOccurrence(after, Never);
        return next < Never ? DateTime.SpecifyKind(next, DateTimeKind.Utc) : null;
    }
}
