using System.Globalization;
using CsCheck;
using EmbeddedHost.Timers;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Tests.Timers;

public sealed class ScheduleTests
{
    private static readonly DateTime From = Instant("2026-11-22T10:00:30");

    [Theory]
    [InlineData("0 */5 * * * *", "2026-11-22T10:05:00")]
    [InlineData("*/5 * * * *", "2026-11-22T10:05:00")]
    [InlineData("15 0 6 * * mon", "2026-11-23T06:00:15")]
    [InlineData("0 0 0 1 1 *", "2027-01-01T00:00:00")]
    [InlineData("00:30:00", "2026-11-22T10:30:30")]
    [InlineData("%Every%", "2026-11-22T10:05:00")]
    [InlineData("0 */%Minutes% * * * *", "2026-11-22T10:05:00")]
    public void Next_ReadableSchedule_IsTheFirstOccurrenceAfter(string expression, string next)
    {
        var schedule = Read(expression, out _);
        Assert.Equal(Instant(next), schedule!.Next(From));
        Assert.Equal(DateTimeKind.Utc, schedule.Next(From)!.Value.Kind);
    }

    [Theory]
    [InlineData("every day", "neither NCrontab")]
    [InlineData("61 * * * * *", "neither NCrontab")]
    [InlineData("0 0 0 0 0 0 0", "neither NCrontab")]
    [InlineData("-00:05:00", "neither NCrontab")]
    [InlineData("00:00:00", "neither NCrontab")]
    [InlineData("%Missing%", "setting Missing is missing")]
    public void Read_UnreadableSchedule_TellsWhy(string expression, string reason)
    {
        Assert.Null(Read(expression, out var told));
        Assert.Contains(reason, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_DateThatNeverComes_IsNull() => Assert.Null(Read("0 0 0 30 2 *", out _)!.Next(From));

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,10 0 * * * *", true)]
    [InlineData("00:00:59", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("00:01:00", false)]
    public void IsUnderAMinute_ComingOccurrences_AreLookedAt(string expression, bool expected) =>
        Assert.Equal(expected, Read(expression, out _)!.IsUnderAMinute(From));

    [Fact]
    public void Next_AnyInstant_IsLaterAndOnTheSchedule()
    {
        var schedule = Read("0 */7 * * * *", out _)!;
        Gen.DateTime[new DateTime(2020, 1, 1), new DateTime(2040, 1, 1)].Sample(after =>
        {
            var next = schedule.Next(after)!.Value;
            Assert.True(next > after);
            Assert.Equal(0, next.Minute % 7);
            Assert.Equal(0, next.TimeOfDay.Ticks % TimeSpan.TicksPerMinute);
        });
    }

    private static TimerSchedule? Read(string expression, out string reason)
    {
        var settings = new Dictionary<string, string?> { ["Every"] = "0 */5 * * * *", ["Minutes"] = "5" };
        return TimerSchedule.Read(expression, new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), out reason);
    }

    private static DateTime Instant(string text) =>
        DateTime.Parse(text + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
