namespace PersonalizationEngine.Core.Rules.Conditions.Scheduling;

/// <summary>
/// A recurring stretch of time on somebody's clock. All given parts must hold; a part left empty asks nothing. What the clock
/// shows counts: in the hour that autumn repeats a window is open twice, and an hour that spring leaves out never comes.
/// </summary>
/// <param name="Weekdays">Days of the week.</param>
/// <param name="Days">Days of the month, 1 to 31, or from its end: -1 is the last.</param>
/// <param name="Months">1 to 12.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; not after <paramref name="From"/> means on the day after, which then belongs to the day it began.</param>
/// <param name="EveryWeeks">Only every so many weeks, Monday to Sunday, counted from the week of <paramref name="Since"/>.</param>
internal sealed record ScheduleWindow(
    IReadOnlySet<DayOfWeek> Weekdays,
    IReadOnlySet<int> Days,
    IReadOnlySet<int> Months,
    TimeOnly? From,
    TimeOnly? To,
    int EveryWeeks,
    DateOnly Since)
{
    public bool Admits(DateTime local)
    {
        var (date, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var (from, to) = (From ?? TimeOnly.MinValue, To);
        if (to is { } until && until <= from)
        {
            // Over midnight: this day's evening, or what is left of the evening before.
            return (time >= from && AdmitsDay(date)) || (time < until && date > DateOnly.MinValue && AdmitsDay(date.AddDays(-1)));
        }

        return time >= from && !(time >= to) && AdmitsDay(date);
    }

    private bool AdmitsDay(DateOnly date) =>
        (Weekdays.Count == 0 || Weekdays.Contains(date.DayOfWeek))
        && (Months.Count == 0 || Months.Contains(date.Month))
        && (Days.Count == 0 || Days.Contains(date.Day) || Days.Contains(date.Day - DateTime.DaysInMonth(date.Year, date.Month) - 1))
        && (EveryWeeks == 1 || (WeekOf(date) - WeekOf(Since)) % EveryWeeks == 0);

    /// <summary>Weeks since a Monday long ago.</summary>
    private static int WeekOf(DateOnly date) => date.DayNumber / 7;
}
