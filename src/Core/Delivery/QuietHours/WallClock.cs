namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>Between instants and what the clock on the wall shows. Instants are in UTC.</summary>
public static class WallClock
{
    /// <summary>More than any zone is away from UTC.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(15);

    public static DateTime Local(TimeZoneInfo zone, DateTimeOffset at) => Local(zone, at.UtcDateTime);

    /// <summary>
    /// The first instant at which the wall shows the time or a later one: of an hour that autumn repeats its first pass, for one
    /// that spring leaves out the instant of the leap.
    /// </summary>
    /// <param name="local">Wall time.</param>
    public static DateTimeOffset FirstAtOrAfter(TimeZoneInfo zone, DateTime local)
    {
        var wanted = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var at = wanted - Farthest;
        while (Local(zone, at) < local)
        {
            var reached = wanted - zone.GetUtcOffset(at);
            at = FirstChange(zone, at, reached) ?? reached;
        }

        return new DateTimeOffset(at, TimeSpan.Zero);
    }

    internal static DateTime Local(TimeZoneInfo zone, DateTime utc) => DateTime.SpecifyKind(utc + zone.GetUtcOffset(utc), DateTimeKind.Unspecified);

    /// <summary>
    /// The first instant after <paramref name="from"/> and not after <paramref name="to"/> at which the clock is put forward or
    /// back; null if it is not. The two are at most two days apart: no zone that IANA knows of ever changed twice in that time.
    /// </summary>
    internal static DateTime? FirstChange(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        var before = zone.GetUtcOffset(from);
        if (zone.GetUtcOffset(to) == before) return null;
        // Clocks are changed at full seconds.
        long low = from.Ticks / TimeSpan.TicksPerSecond, high = (to.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(Second(middle)) == before) low = middle;
            else high = middle;
        }

        return Second(high);
    }

    private static DateTime Second(long second) => new(second * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
}
