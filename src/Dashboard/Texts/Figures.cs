using System.Globalization;

namespace PersonalizationEngine.Dashboard.Texts;

/// <summary>Numbers as people read them, with their units.</summary>
public static class Figures
{
    private const double Thousand = 1000, BytesPerKilobyte = 1024;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>With separators of thousands.</summary>
    public static string Number(long number) => number.ToString("#,0", Culture);

    /// <param name="decimals">At most so many after the point.</param>
    public static string Number(double number, int decimals = 2) =>
        double.IsFinite(number) ? number.ToString($"#,0.{new string('#', decimals)}", Culture) : "–";

    /// <param name="share">0 to 1.</param>
    public static string Percent(double share, int decimals = 1) =>
        double.IsFinite(share) ? string.Create(Culture, $"{(share * 100).ToString($"0.{new string('0', decimals)}", Culture)} %") : "–";

    /// <summary>A share with its interval.</summary>
    public static string Percent(double share, double low, double high, int decimals = 1) =>
        $"{Percent(share, decimals)} ({Percent(low, decimals)} to {Percent(high, decimals)})";

    /// <summary>Points of a score, with the sign of a change.</summary>
    public static string Change(double change, int decimals = 1) =>
        $"{(change > 0 ? "+" : change < 0 ? "−" : "±")}{Number(Math.Abs(change), decimals)}";

    public static string Milliseconds(double milliseconds) => milliseconds switch
    {
        < 1 => $"{Number(milliseconds, 2)} ms",
        < Thousand => $"{Number(milliseconds, 1)} ms",
        _ => $"{Number(milliseconds / Thousand, 2)} s",
    };

    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{Number(bytes / BytesPerKilobyte, 1)} KB",
        < 1024L * 1024 * 1024 => $"{Number(bytes / BytesPerKilobyte / BytesPerKilobyte, 1)} MB",
        _ => $"{Number(bytes / BytesPerKilobyte / BytesPerKilobyte / BytesPerKilobyte, 2)} GB",
    };

    /// <summary>The two largest units: 3 d 4 h, 12 min, 5 s.</summary>
    public static string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalDays: >= 1 } days => days.Hours == 0 ? $"{(int)days.TotalDays} d" : $"{(int)days.TotalDays} d {days.Hours} h",
        { TotalHours: >= 1 } hours => hours.Minutes == 0 ? $"{hours.Hours} h" : $"{hours.Hours} h {hours.Minutes} min",
        { TotalMinutes: >= 1 } minutes => $"{minutes.Minutes} min",
        var seconds => $"{(int)seconds.TotalSeconds} s",
    };

    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", Culture);
}
