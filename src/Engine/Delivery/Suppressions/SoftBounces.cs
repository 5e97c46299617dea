using System.Globalization;

namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <summary>
/// Counts bounces that may be gone tomorrow: a full mailbox, a server that is down. Five within 30 days suppress the address.
/// </summary>
public static class SoftBounces
{
    public const int Most = 5;

    public static readonly TimeSpan Within = TimeSpan.FromDays(30);

    /// <param name="noted">The instants so far, as an earlier call gave them; null for none.</param>
    /// <returns>The instants to be kept, and whether they are enough. The same bounce told twice counts once.</returns>
    public static (string Noted, bool Suppress) Note(string? noted, DateTimeOffset at)
    {
        var instants = (noted ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0)
            .Append(at.ToUnixTimeMilliseconds())
            .Distinct()
            .Order()
            .ToList();
        var since = instants[^1] - (long)Within.TotalMilliseconds;
        instants.RemoveAll(instant => instant < since);
        var kept = instants.TakeLast(Most).ToList();
        return (string.Join(',', kept.Select(instant => instant.ToString(CultureInfo.InvariantCulture))), kept.Count == Most);
    }
}
