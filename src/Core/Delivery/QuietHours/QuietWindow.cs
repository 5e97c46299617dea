namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>A stretch of the day in which nobody is to be disturbed, on the person's wall clock.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive. The same as <paramref name="Start"/> switches the window off; before it, the window ends on the day after.</param>
/// <param name="Weekdays">Local days on which it starts: with Friday, 22:00 to 06:00 lasts into Saturday. Null or empty is every day.</param>
public sealed record QuietWindow(TimeOnly Start, TimeOnly End, IReadOnlyList<DayOfWeek>? Weekdays = null)
{
    /// <summary>How long the wall clock still has to run until the window ends; zero outside of it.</summary>
    /// <param name="local">Wall time.</param>
    public TimeSpan LeftAt(DateTime local)
    {
        var time = local.TimeOfDay;
        TimeSpan start = Start.ToTimeSpan(), end = End.ToTimeSpan();
        if (start < end) return time >= start && time < end && StartsOn(local.DayOfWeek) ? end - time : TimeSpan.Zero;
        if (start == end) return TimeSpan.Zero;
        if (time >= start && StartsOn(local.DayOfWeek)) return TimeSpan.FromDays(1) - time + end;
        // What is left of the evening before.
        return time < end && StartsOn((DayOfWeek)(((int)local.DayOfWeek + 6) % 7)) ? end - time : TimeSpan.Zero;
    }

    private bool StartsOn(DayOfWeek day)
    {
        if (Weekdays is not { Count: > 0 } weekdays) return true;
        foreach (var one in weekdays)
            if (one == day) return true;
        return false;
    }
}
