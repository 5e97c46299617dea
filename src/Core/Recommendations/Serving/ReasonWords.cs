using System.Globalization;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>How reasons write names, numbers and spans of time.</summary>
internal static class ReasonWords
{
    // Leaves every reason, with its fixed words, below 140 characters.
    private const int LongestName = 80;

    /// <summary>The name in quotation marks, cut at 80 characters without splitting a character.</summary>
    public static string Quote(string name)
    {
        if (name.Length <= LongestName) return $"'{name}'";
        var end = LongestName - 1;
        if (char.IsHighSurrogate(name[end - 1])) end--;
        return $"'{name.AsSpan(0, end).TrimEnd()}…'";
    }

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>For example "3 days", "36 hours", "hour".</summary>
    public static string Span(TimeSpan span)
    {
        var isDays = span.Ticks % TimeSpan.TicksPerDay == 0;
        var (count, unit) = isDays ? (span.TotalDays, "day") : (Math.Round(span.TotalHours), "hour");
        return count == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}s");
    }
}
