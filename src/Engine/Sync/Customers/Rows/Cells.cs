using System.Globalization;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>What a cell is when a field of some kind asks for it. What cannot be read so stays as it is, for the reader of events to refuse.</summary>
internal static class Cells
{
    private static readonly string[] Yes = ["1", "true", "yes", "y", "t", "on"], No = ["0", "false", "no", "n", "f", "off"];

    /// <summary>Null for NULL, an empty text, and a date of zeros: the ways in which tables say nothing.</summary>
    public static string? Text(object? cell) => cell switch
    {
        null => null,
        string text => text.Length == 0 || IsZeroDate(text) ? null : text,
        bool flag => flag ? "1" : "0",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell is a {cell.GetType().Name}."),
    };

    /// <summary>The text after the translation of the mapping's values.</summary>
    public static string? Text(object? cell, ColumnMapping column) =>
        Text(cell) is { } text ? column.Values?.GetValueOrDefault(text) ?? text : null;

    public static decimal? Number(object? cell) => cell switch
    {
        long number => number,
        ulong number => number,
        decimal number => number,
        bool flag => flag ? 1 : 0,
        double number when Math.Abs(number) < 1e28 => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static bool? Flag(string text)
    {
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase)) return true;
        return No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : null;
    }

    /// <summary>The instant in UTC; null when the cell is none.</summary>
    public static DateTimeOffset? Instant(object? cell, TimeUnit? unit, TimeZoneInfo zone) => cell switch
    {
        DateTime { Kind: DateTimeKind.Utc } time => new DateTimeOffset(time),
        DateTime time => ToUtc(time, zone),
        _ when unit is { } known && Number(cell) is { } number => FromNumber(number, known),
        _ => null,
    };

    private static bool IsZeroDate(string text) => text.StartsWith("0000-00-00", StringComparison.Ordinal);

    /// <summary>An hour that the clock skipped is read as if it had not been skipped yet.</summary>
    private static DateTimeOffset ToUtc(DateTime time, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-2)) : zone.GetUtcOffset(local);
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private static DateTimeOffset? FromNumber(decimal number, TimeUnit unit)
    {
        var milliseconds = unit == TimeUnit.Seconds ? number * 1000 : number;
        return Math.Abs(milliseconds) < 6e13m ? DateTimeOffset.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond)) : null;
    }
}
