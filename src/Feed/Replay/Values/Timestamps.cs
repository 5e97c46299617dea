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
        var looksLikeSeconds = format is TimestampFormat.Auto && Math.Abs(number) < FirstMilliseconds;
        var isSeconds = format is TimestampFormat.Unix || looksLikeSeconds;
        return FromSeconds(isSeconds ? number : number / 1000);
    }

    private static DateTimeOffset? ReadIso(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) ? instant : null;
    }

    private static DateTimeOffset? FromSeconds(decimal seconds)
    {
        var (least, most) = (DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        if (seconds < least || seconds > most) return null;
        return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }
}
