using System.Globalization;
using System.Text.Json;

namespace PersonalizationEngine.Core.Documents;

/// <summary>Instants as senders write them: ISO 8601 with an offset, or unix milliseconds.</summary>
public static class Instants
{
    public const string Accepted =
        "must be ISO 8601 with an offset (2026-05-14T09:30:00Z) or unix milliseconds, from the year 2000 to 2199";

    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The instant in UTC, or null when the value is none or lies outside the years 2000 to 2199.</summary>
    public static DateTimeOffset? Read(JsonElement value)
    {
        DateTimeOffset? read = value.ValueKind switch
        {
            JsonValueKind.String => Parse(value.GetString()!),
            JsonValueKind.Number when value.TryGetInt64(out var milliseconds)
                && milliseconds >= Earliest.ToUnixTimeMilliseconds() && milliseconds < End.ToUnixTimeMilliseconds() =>
                DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            _ => null,
        };
        return read >= Earliest && read < End ? read : null;
    }

    private static DateTimeOffset? Parse(string text)
    {
        // "zzz" does not read the "Z" that most senders write.
        var normal = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        return DateTimeOffset.TryParseExact(
            normal, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
    }
}
