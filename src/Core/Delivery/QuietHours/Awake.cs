namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>
/// When somebody may be disturbed: the earliest instant, not before a given one, at which the wall clock lies outside every
/// window. That one rule settles the hour that spring leaves out and the one that autumn repeats.
/// </summary>
/// <remarks>
/// While nobody touches the clock it runs evenly, so the next instant that can differ is the end of the window or the change of
/// the clock, whichever comes first. A night takes one step, and one more when the clock is changed in it.
/// </remarks>
public static class Awake
{
    /// <summary>All windows return within a week; beyond two there is nothing new.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(15);

    /// <param name="zones">At least one. With several it must be awake in all of them at once.</param>
    /// <returns><paramref name="at"/> itself when it is outside; null when no instant of the next 15 days is.</returns>
    public static DateTimeOffset? First(IReadOnlyList<QuietWindow> windows, IReadOnlyList<TimeZoneInfo> zones, DateTimeOffset at)
    {
        if (windows.Count == 0) return at;
        var from = at.UtcDateTime;
        var (now, agreeing) = (from, 0);
        // Each zone only moves it on, so what all leave alone is the earliest that suits all.
        for (var index = 0; agreeing < zones.Count; index = (index + 1) % zones.Count)
        {
            var moved = First(windows, zones[index], now);
            if (moved - from > Horizon) return null;
            agreeing = moved == now ? agreeing + 1 : 1;
            now = moved;
        }

        return now == from ? at : new DateTimeOffset(now, TimeSpan.Zero);
    }

    private static DateTime First(IReadOnlyList<QuietWindow> windows, TimeZoneInfo zone, DateTime from)
    {
        var at = from;
        while (at - from <= Horizon)
        {
            var left = LongestLeft(windows, WallClock.Local(zone, at));
            if (left == TimeSpan.Zero) return at;
            at = WallClock.FirstChange(zone, at, at + left) ?? at + left;
        }

        return DateTime.MaxValue;
    }

    private static TimeSpan LongestLeft(IReadOnlyList<QuietWindow> windows, DateTime local)
    {
        var longest = TimeSpan.Zero;
        for (var index = 0; index < windows.Count; index++)
        {
            var left = windows[index].LeftAt(local);
            if (left > longest) longest = left;
        }

        return longest;
    }
}
