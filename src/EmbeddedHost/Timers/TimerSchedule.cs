using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Timers;

/// <summary>When a timer function runs. All instants are UTC.</summary>
internal abstract partial class TimerSchedule
{
    private const int OccurrencesLookedAt = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The first occurrence later than an instant; null where there is none any more.</summary>
    public abstract DateTime? Next(DateTime after);

    /// <summary>Whether some of the coming occurrences are less than a minute apart.</summary>
    public bool IsUnderAMinute(DateTime now)
    {
        var previous = Next(now);
        for (var i = 1; i < OccurrencesLookedAt && previous is not null; i++)
        {
            var next = Next(previous.Value);
            if (next - previous < Minute) return true;
            previous = next;
        }

        return false;
    }

    /// <summary>Reads the schedule of a timer trigger. Null, with the reason, where it cannot be read.</summary>
    /// <param name="expression">NCrontab with six or five fields, a time between runs, or <c>%Setting%</c> for either.</param>
    public static TimerSchedule? Read(string expression, IConfiguration configuration, out string reason)
    {
        var missing = new List<string>();
        var text = Setting().Replace(expression, match =>
        {
            var value = configuration[match.Groups[1].Value];
            if (value is null) missing.Add(match.Groups[1].Value);
            return value ?? "";
        }).Trim();

        reason = missing.Count > 0
            ? $"setting {string.Join(", ", missing)} is missing"
            : $"'{text}' is neither NCrontab (six fields, or five) nor a time between runs above zero";
        if (missing.Count > 0) return null;
        if (CronSchedule.Parse(text) is { } cron) return cron;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new IntervalSchedule(interval)
            : null;
    }

    [GeneratedRegex("%([^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
