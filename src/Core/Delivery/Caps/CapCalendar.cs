using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>The days, weeks or months of a person's calendar, numbered in the order they come.</summary>
internal readonly record struct CapCalendar(CapPeriod Period, DayOfWeek WeekStart, TimeZoneInfo Zone)
{
    /// <summary>Days from Monday, which the calendar's first day was, to the week's first.</summary>
    private int Shift => ((int)WeekStart + 6) % 7;

    /// <summary>Longer than any period of the calendar and any change of clocks.</summary>
    public TimeSpan AtMost => TimeSpan.FromDays(Period switch { CapPeriod.CalendarDay => 3, CapPeriod.CalendarWeek => 9, _ => 33 });

    public int NumberOf(DateTimeOffset at)
    {
        var local = WallClock.Local(Zone, at);
        var day = (int)(local.Ticks / TimeSpan.TicksPerDay);
        return Period switch
        {
            CapPeriod.CalendarDay => day,
            CapPeriod.CalendarWeek => (day - Shift + 7) / 7,
            _ => (local.Year * 12) + local.Month - 1,
        };
    }

    /// <summary>The first instant of the period: where midnight is left out, that of the leap.</summary>
    public DateTimeOffset StartOf(int number) => WallClock.FirstAtOrAfter(Zone, Period switch
    {
        CapPeriod.CalendarDay => new DateTime(number * TimeSpan.TicksPerDay),
        CapPeriod.CalendarWeek => new DateTime(((number * 7L) - 7 + Shift) * TimeSpan.TicksPerDay),
        _ => new DateTime(number / 12, (number % 12) + 1, 1),
    });
}
