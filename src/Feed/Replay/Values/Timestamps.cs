using System.Globalization;

namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>Reads instants from text.</summary>
internal static class Timestamps
{
    private const decimal FirstMilliseconds = 100_000_000_000;

    /// <returns>Null where the text is no instant in that format.</returns>
    public static DateTimeOffset? Read(string text, TimestampFormat format)
    {
        if (format is TimestampFormat.Iso) return ReadIso(text);
        var isNumber = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (!isNumber) return format is TimestampFormat.Auto ? ReadIso(text) : null;
        var isSeconds = format is TimestampFormat.Unix || (format is TimestampFormat.Auto && Math.Abs(number) < FirstMilliseconds);
        return FromSeconds(isSeconds ? number : number / 1000);
    }

    private static DateTimeOffset? ReadIso(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) ? instant : null;
    }

    private static DateTimeOffset? FromSeconds(decimal seconds)
    {
        var isCalendar = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        return isCalendar ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;
    }
}
