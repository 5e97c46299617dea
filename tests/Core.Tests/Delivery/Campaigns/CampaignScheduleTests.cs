using CsCheck;
using PersonalizationEngine.Core.Delivery.Campaigns;

namespace PersonalizationEngine.Core.Tests.Delivery.Campaigns;

public sealed class CampaignScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly string[] Zones =
        ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Kiritimati", "America/St_Johns", "Africa/Casablanca"];

    [Theory]
    [InlineData("2026-06-01T09:00", "2026-06-01T07:00")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30")] // Skipped: 03:30 on the wall.
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30")] // Twice: the first.
    public void InstantOf_WhereClocksAreChanged_IsTheFirstOrAsMuchLater(string local, string utc) =>
        Assert.Equal(DateTime.Parse(utc), CampaignSchedule.InstantOf(DateTime.Parse(local), Berlin).UtcDateTime);

    [Fact]
    public void LocalTime_Monthly_ComesBackToThe31st()
    {
        var schedule = new CampaignSchedule(new DateTime(2026, 1, 31, 9, 0, 0), Berlin, Repetition.Monthly, null);

        Assert.Equal([31, 28, 31, 30], Enumerable.Range(0, 4).Select(n => schedule.LocalTime(n)!.Value.Day));
    }

    [Fact]
    public void LocalTime_AfterTheEndOrWithoutRepeat_IsNone()
    {
        var at = new DateTime(2026, 1, 1, 9, 0, 0);

        Assert.Null(new CampaignSchedule(at, null, Repetition.None, null).LocalTime(1));
        var daily = new CampaignSchedule(at, null, Repetition.Daily, at.AddDays(2));
        Assert.Equal([at, at.AddDays(1), at.AddDays(2), null], Enumerable.Range(0, 4).Select(n => daily.LocalTime(n)));
    }

    [Fact]
    public void StartsAt_ByRecipientsClocks_IsBeforeTheHourOfAnybody() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 365], Gen.OneOf(Zones)).Sample((minute, zone) =>
        {
            var local = new DateTime(2026, 1, 1).AddMinutes(minute);
            var schedule = new CampaignSchedule(local, null, Repetition.None, null);
            Assert.True(schedule.StartsAt(local) <= CampaignSchedule.InstantOf(local, TimeZoneInfo.FindSystemTimeZoneById(zone)));
        });

    [Fact]
    public void InstantOf_AnyTime_ShowsItOnTheWallUnlessClocksSkipIt() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 365], Gen.OneOf(Zones)).Sample((minute, name) =>
        {
            var (local, zone) = (new DateTime(2026, 1, 1).AddMinutes(minute), TimeZoneInfo.FindSystemTimeZoneById(name));
            var shown = TimeZoneInfo.ConvertTime(CampaignSchedule.InstantOf(local, zone), zone).DateTime;
            Assert.True(zone.IsInvalidTime(local) ? shown > local && shown - local <= TimeSpan.FromHours(1) : shown == local, $"{local} {name}: {shown}");
        });
}
