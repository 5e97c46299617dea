using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.GorseServer.Requests;

internal static partial class Timestamps
{
    /// <summary>In any usual form; year 1 when there is none.</summary>
    public static DateTimeOffset Read(string text)
    {
        if (text.Length == 0) return default;
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, null, out var unix))
            return text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(unix) : DateTimeOffset.FromUnixTimeMilliseconds(unix);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw RefusedRequestException.BadRequest($"Could not find format for \"{text}\"");
    }

    /// <summary>What a patch takes: RFC 3339 and nothing else.</summary>
    public static DateTimeOffset ReadStrictly(string text) => Rfc3339().IsMatch(text)
        ? Read(text)
        : throw RefusedRequestException.BadRequest($"parsing time \"{text}\" as RFC 3339");

    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();
}
