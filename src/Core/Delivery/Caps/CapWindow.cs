namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>The time over which a cap counts: a rolling length, or what the calendar of the person's zone shows.</summary>
public sealed record CapWindow
{
    private CapWindow(CapPeriod period, TimeSpan length) => (Period, Length) = (period, length);

    public static CapWindow CalendarDay { get; } = new(CapPeriod.CalendarDay, TimeSpan.Zero);

    public static CapWindow CalendarWeek { get; } = new(CapPeriod.CalendarWeek, TimeSpan.Zero);

    public static CapWindow CalendarMonth { get; } = new(CapPeriod.CalendarMonth, TimeSpan.Zero);

    public CapPeriod Period { get; }

    /// <summary>Of a rolling window; zero for a calendar's.</summary>
    public TimeSpan Length { get; }

    /// <param name="length">Above zero, up to 366 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is outside of it.</exception>
    public static CapWindow Rolling(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, TimeSpan.FromDays(366));
        return new CapWindow(CapPeriod.Rolling, length);
    }
}
