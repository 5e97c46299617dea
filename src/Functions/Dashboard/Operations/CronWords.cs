using System.Globalization;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>Schedules as people say them.</summary>
internal static class CronWords
{
    private const string Any = "*", Every = "*/";

    /// <param name="schedule">NCrontab with seconds.</param>
    /// <returns>The schedule as it is where it is none of the usual ones.</returns>
    public static string Of(string schedule) => schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, Any, Any, Any, Any, Any] => "every minute",
        [_, var minutes, Any, Any, Any, Any] when minutes.StartsWith(Every, StringComparison.Ordinal) => $"every {minutes[Every.Length..]} minutes",
        [_, var minute, Any, Any, Any, Any] when IsNumber(minute) => $"every hour, {minute} minutes past",
        [_, var minute, var hours, Any, Any, Any] when IsNumber(minute) && hours.StartsWith(Every, StringComparison.Ordinal) => $"every {hours[Every.Length..]} hours, {minute} minutes past",
        [_, var minute, var hour, Any, Any, Any] when IsNumber(minute) && IsNumber(hour) => $"every day at {hour.PadLeft(2, '0')}:{minute.PadLeft(2, '0')} UTC",
        _ => schedule,
    };

    private static bool IsNumber(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
