using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery.Caps;

/// <summary>Where a window begins and ends. The person is in Berlin, 2 h east of UTC, and it is Wednesday, 1 July, 14:00.</summary>
public sealed class CapWindowTests
{
    [Theory]
    [InlineData(23.999, false)]
    [InlineData(24, true)]
    public void Rolling_SendExactlyThatLongAgo_CountsNoMore(double hoursAgo, bool free) =>
        Assert.Equal(free, News("email").Route(Ada, Capped(1), null, Sent("a", hoursAgo)).Action == RoutingAction.Send);

    [Theory]
    [InlineData("day", 14, false)] // midnight in Berlin
    [InlineData("day", 14.001, true)]
    [InlineData("week", 62, false)] // Monday, midnight
    [InlineData("week", 62.001, true)]
    [InlineData("month", 14, false)]
    [InlineData("month", 14.001, true)]
    public void Calendar_BeginsAtMidnightOfThePerson(string window, double hoursAgo, bool free) =>
        Assert.Equal(free, News("email").Route(Ada, Capped(1, Window(window)), null, Sent("a", hoursAgo)).Action == RoutingAction.Send);

    [Theory]
    [InlineData("day", "2026-07-01T22:00Z")]
    [InlineData("week", "2026-07-05T22:00Z")]
    [InlineData("month", "2026-07-31T22:00Z")]
    public void Calendar_EndsAtMidnightOfThePerson(string window, string until) => Assert.Equal(
        DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
        (News("email") with { CapPolicy = CapPolicy.Hold }).Route(Ada, Capped(1, Window(window)), null, Sent("a", 1)).Until);

    /// <summary>On Wednesday, a week from Wednesday on began 14 hours ago and one from Thursday on six days before.</summary>
    [Theory]
    [InlineData(DayOfWeek.Wednesday, true)]
    [InlineData(DayOfWeek.Thursday, false)]
    [InlineData(DayOfWeek.Sunday, false)]
    public void CalendarWeek_BeginsAsThePolicySays(DayOfWeek start, bool free) =>
        Assert.Equal(free, News("email").Route(Ada, Capped(1, CapWindow.CalendarWeek) with { WeekStart = start }, null, Sent("a", 20)).Action == RoutingAction.Send);

    /// <summary>In Honolulu the send, at 21:00, was on the day before; in Los Angeles, at midnight, on this one, and there the day is over last.</summary>
    [Fact]
    public void Calendar_SeveralZonesOfACountry_IsFreeWhenItIsInEach()
    {
        var person = Ada with { ExplicitZone = null, Country = "US" };
        var decision = (News("email") with { CapPolicy = CapPolicy.Hold }).Route(person, Capped(1, CapWindow.CalendarDay), null, Sent("a", 5));

        Assert.Equal(new DateTimeOffset(2026, 7, 2, 7, 0, 0, TimeSpan.Zero), decision.Until);
    }

    [Theory]
    [InlineData(50, 3)]
    [InlineData(79, 3)]
    [InlineData(80, 4)]
    [InlineData(94, 4)]
    [InlineData(95, 5)]
    public void AllowedAt_Reserves_OverlapAndDoNotAddUp(int priority, int allowed) => Assert.Equal(
        allowed, new FrequencyCap("c", 5, CapWindow.CalendarDay) { Reserves = [new CapReserve(2, 80), new CapReserve(1, 95)] }.AllowedAt(priority));

    [Fact]
    public void Rolling_NoLengthOrTooLong_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CapWindow.Rolling(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapWindow.Rolling(TimeSpan.FromDays(367)));
    }

    private static CapWindow Window(string name) => name switch { "day" => CapWindow.CalendarDay, "week" => CapWindow.CalendarWeek, _ => CapWindow.CalendarMonth };
}
