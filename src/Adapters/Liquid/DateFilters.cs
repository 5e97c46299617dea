using System.Globalization;
using DotLiquid;
using DotLiquid.Util;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>
/// Filters on dates: ISO 8601, unix milliseconds or the word <c>now</c>. Days and hours are those of the person's time zone; names
/// of months and days are English.
/// </summary>
internal static class DateFilters
{
    private const int LongestFormat = 100;

    private const double MostDays = 36_525;

    /// <param name="format">As of strftime; <c>%Y-%m-%d</c> when there is none.</param>
    /// <param name="zone">IANA; the person's own when there is none.</param>
    public static object? Date(Context context, object? input, string format = "%Y-%m-%d", string? zone = null)
    {
        var run = Run.Of(context);
        if (Read(run, input) is not { } instant) return input;
        if (!IsPlain(format)) throw new LimitReachedException($"a date format has at most {LongestFormat} characters and no widths");
        return TimeZoneInfo.ConvertTime(instant, zone is null ? run.Zone : Run.ZoneOf(zone)).ToStrFTime(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The library finds a filter by how many values it takes, and would find its own in the place of this one.</summary>
    public static object? Date(Context context, object? input, string format) => Date(context, input, format, null);

    public static object? AddDays(Context context, object? input, object? days) => Add(context, input, days, TimeSpan.FromDays(1));

    public static object? AddHours(Context context, object? input, object? hours) => Add(context, input, hours, TimeSpan.FromHours(1));

    /// <summary>Whole days from now until then, 0 when it is past or today.</summary>
    public static object? DaysUntil(Context context, object? input)
    {
        var run = Run.Of(context);
        if (Read(run, input) is not { } instant) return null;
        var days = DateOf(run, instant).DayNumber - DateOf(run, run.Now).DayNumber;
        return (long)Math.Max(0, days);
    }

    /// <summary>A width in a format can ask for a text of any length.</summary>
    private static bool IsPlain(string format) =>
        format.Length <= LongestFormat && !format.Zip(format.Skip(1)).Any(pair => pair.First == '%' && char.IsAsciiDigit(pair.Second));

    private static DateOnly DateOf(Run run, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, run.Zone).DateTime);

    private static string? Add(Context context, object? input, object? count, TimeSpan unit)
    {
        var run = Run.Of(context);
        if (Read(run, input) is not { } instant) return null;
        var number = count is IConvertible && double.TryParse(Words.Of(count), NumberStyles.Float, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var moved = instant + (unit * Math.Clamp(number, -MostDays, MostDays));
        return moved.ToString("O", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset? Read(Run run, object? input)
    {
        switch (input)
        {
            case "now" or "today": return run.Now;
            case string text:
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : null;
            case long or int or double or decimal:
                var milliseconds = Convert.ToDouble(input, CultureInfo.InvariantCulture);
                return milliseconds is > 0 and < 32_503_680_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
            default: return null;
        }
    }
}
