using System.Globalization;
using CsCheck;
using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Tests.Delivery.QuietHours;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-07-01T09:00", "2026-07-01T07:00")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00")] // left out: the instant of the leap
    [InlineData("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30")] // twice: the first time
    [InlineData("America/Havana", "2026-03-08T00:00", "2026-03-08T05:00")] // a day without midnight
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00")] // a day that never was
    [InlineData("Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T10:00")]
    [InlineData("Etc/GMT+12", "2026-01-01T00:00", "2026-01-01T12:00")]
    public void FirstAtOrAfter_WallTime_IsTheFirstInstantThatShowsItOrLater(string zone, string local, string utc) =>
        Assert.Equal(
            DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            WallClock.FirstAtOrAfter(TimeZoneInfo.FindSystemTimeZoneById(zone), DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Fact]
    public void FirstAtOrAfter_AnyWallTime_IsReachedThenAndNotASecondBefore() =>
        Gen.Select(Gen.OneOf("Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Africa/Cairo", "America/New_York"), Gen.Int[0, 2 * 365 * 24 * 60])
            .Sample((id, minutes) =>
            {
                var (zone, local) = (TimeZoneInfo.FindSystemTimeZoneById(id), new DateTime(2025, 1, 1).AddMinutes(minutes));
                var at = WallClock.FirstAtOrAfter(zone, local);
                Assert.True(WallClock.Local(zone, at) >= local);
                Assert.True(WallClock.Local(zone, at.AddSeconds(-1)) < local);
            }, iter: 3_000, threads: 1);
}
