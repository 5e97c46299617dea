using System.Globalization;

namespace PersonalizationEngine.Feed.Sending;

/// <summary>Instants as events carry them: UTC with milliseconds, equally long, so that batches cut alike at any time.</summary>
internal static class WireTime
{
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
