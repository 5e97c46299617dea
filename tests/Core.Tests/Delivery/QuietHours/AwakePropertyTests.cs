using CsCheck;
using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Tests.Delivery.QuietHours;

/// <summary>Against looking at the wall clock minute by minute, around changes of the clock in zones that do it each in their own way.</summary>
public sealed class AwakePropertyTests
{
    private static readonly TimeZoneInfo[] Zones =
    [
        .. new[]
        {
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Beirut", "Africa/Casablanca", "Atlantic/Azores",
            "Antarctica/Troll", "Pacific/Chatham", "America/Santiago", "Africa/Cairo", "America/St_Johns", "Asia/Kathmandu", "Etc/UTC",
        }.Select(TimeZoneInfo.FindSystemTimeZoneById),
    ];

    /// <summary>Days of 2025 and 2026 in which one of them changes its clock, and others.</summary>
    private static readonly Gen<DateTimeOffset> Instant = Gen.Select(
        Gen.OneOf("2025-03-09", "2025-03-30", "2025-04-05", "2025-04-25", "2025-09-07", "2025-10-26", "2025-11-02", "2026-02-15", "2026-03-22", "2026-03-29", "2026-10-30", "2026-07-01"),
        Gen.Int[-36 * 60, 36 * 60],
        (day, minutes) => new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), default, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<TimeOnly> Clock = Gen.Frequency((3, Gen.Int[0, 1439]), (1, Gen.Int[0, 12].Select(quarter => quarter * 15)))
        .Select(minutes => new TimeOnly(minutes * TimeSpan.TicksPerMinute));

    private static readonly Gen<QuietWindow> Window = Gen.Select(
        Clock, Clock, Gen.Enum<DayOfWeek>().Array[0, 3], (start, end, days) => new QuietWindow(start, end, [.. days.Distinct()]));

    [Fact]
    public void First_AnyWindowsOfOneZone_IsWhatAScanByMinutesFinds() =>
        Gen.Select(Window.Array[0, 3], Gen.OneOf(Zones), Instant).Sample(
            (windows, zone, at) => Assert.Equal(Scan(windows, [zone], at), Awake.First(windows, [zone], at)), iter: 3_000, threads: 1);

    [Fact]
    public void First_AnyWindowsOfSeveralZones_IsWhatAScanByMinutesFinds() =>
        Gen.Select(Window.Array[1, 2], Gen.OneOf(Zones).Array[2, 3], Instant).Sample(
            (windows, zones, at) => Assert.Equal(Scan(windows, zones, at), Awake.First(windows, zones, at)), iter: 500, threads: 1);

    [Fact]
    public void First_BetweenMinutes_IsTheInstantItselfOrAFullMinute() =>
        Gen.Select(Window.Array[1, 2], Gen.OneOf(Zones), Instant, Gen.Long[1, TimeSpan.TicksPerMinute - 1]).Sample(
            (windows, zone, minute, ticks) =>
            {
                var at = minute.AddTicks(ticks);
                // All windows and changes are at full minutes: within a minute nothing changes.
                var expected = Scan(windows, [zone], minute) == minute ? at : Scan(windows, [zone], minute);
                Assert.Equal(expected, Awake.First(windows, [zone], at));
            }, iter: 500, threads: 1);

    /// <summary>Does not share a line with the product: the day before is asked by taking a day off the date.</summary>
    private static DateTimeOffset? Scan(QuietWindow[] windows, TimeZoneInfo[] zones, DateTimeOffset at)
    {
        for (var minute = 0; minute <= 15 * 24 * 60; minute++)
        {
            var instant = at.AddMinutes(minute);
            if (!zones.Any(zone => windows.Any(window => IsQuiet(window, TimeZoneInfo.ConvertTime(instant, zone).DateTime)))) return instant;
        }

        return null;
    }

    private static bool IsQuiet(QuietWindow window, DateTime local)
    {
        if (window.Start == window.End) return false;
        var starts = new[] { local.Date.AddDays(-1), local.Date }.Where(day => window.Weekdays is not { Count: > 0 } days || days.Contains(day.DayOfWeek));
        return starts.Any(day =>
        {
            var from = day + window.Start.ToTimeSpan();
            var to = (window.End > window.Start ? day : day.AddDays(1)) + window.End.ToTimeSpan();
            return local >= from && local < to;
        });
    }
}
