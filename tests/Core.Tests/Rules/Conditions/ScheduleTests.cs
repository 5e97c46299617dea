using System.Globalization;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>Schedules on clocks of many zones, over nights, ends of months, and the hours that summer time takes and gives.</summary>
public sealed class ScheduleTests
{
    private const string OfficeHours = """{"time_zone": "Europe/Berlin", "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "17:00"}""";
    private const string Night = """{"time_zone": "Europe/Berlin", "weekdays": ["friday"], "from": "22:00", "to": "06:00"}""";
    private const string Visitor = """{"time_zone": "visitor", "otherwise": "America/New_York", "from": "09:00", "to": "10:00"}""";

    [Theory]
    [InlineData(OfficeHours, "2026-05-20T06:59:59Z", false)] // 08:59:59
    [InlineData(OfficeHours, "2026-05-20T07:00:00Z", true)]
    [InlineData(OfficeHours, "2026-05-20T14:59:59Z", true)]
    [InlineData(OfficeHours, "2026-05-20T15:00:00Z", false)]
    [InlineData(OfficeHours, "2026-01-20T08:00:00Z", true)] // winter
    [InlineData(OfficeHours, "2026-05-23T10:00:00Z", false)] // Saturday
    [InlineData(Night, "2026-05-22T20:00:00Z", true)] // Friday 22:00
    [InlineData(Night, "2026-05-23T03:59:00Z", true)] // Saturday 05:59 belongs to Friday
    [InlineData(Night, "2026-05-23T04:00:00Z", false)]
    [InlineData(Night, "2026-05-22T03:00:00Z", false)] // Friday 05:00 belongs to Thursday
    [InlineData("""{"from": "18:00", "to": "00:00"}""", "2026-05-22T23:59:59Z", true)]
    [InlineData("""{"from": "18:00", "to": "00:00"}""", "2026-05-22T00:00:00Z", false)]
    [InlineData("""{"from": "18:00"}""", "2026-05-22T23:59:59Z", true)]
    [InlineData("""{"days": [-1]}""", "2026-02-28T12:00:00Z", true)]
    [InlineData("""{"days": [-1]}""", "2028-02-28T12:00:00Z", false)]
    [InlineData("""{"days": [-1]}""", "2028-02-29T12:00:00Z", true)]
    [InlineData("""{"days": [1, -2], "months": [12]}""", "2026-12-30T12:00:00Z", true)]
    [InlineData("""{"days": [1, -2], "months": [12]}""", "2026-11-29T12:00:00Z", false)]
    [InlineData("""{"every_weeks": 2, "since": "2026-05-20", "weekdays": ["monday"]}""", "2026-05-18T12:00:00Z", true)]
    [InlineData("""{"every_weeks": 2, "since": "2026-05-20", "weekdays": ["monday"]}""", "2026-05-25T12:00:00Z", false)]
    [InlineData("""{"every_weeks": 2, "since": "2026-05-20", "weekdays": ["monday"]}""", "2026-06-01T12:00:00Z", true)]
    [InlineData("""{"every_weeks": 2, "since": "2026-05-20", "weekdays": ["sunday"]}""", "2026-05-24T12:00:00Z", true)]
    // 2026-10-25 in Berlin: 02:30 comes twice; 2026-03-29: 02:30 never comes
    [InlineData("""{"time_zone": "Europe/Berlin", "from": "02:30", "to": "02:45"}""", "2026-10-25T00:30:00Z", true)]
    [InlineData("""{"time_zone": "Europe/Berlin", "from": "02:30", "to": "02:45"}""", "2026-10-25T01:30:00Z", true)]
    [InlineData("""{"time_zone": "Europe/Berlin", "from": "02:30", "to": "02:45"}""", "2026-03-29T01:30:00Z", false)]
    [InlineData("""{"time_zone": "Europe/Berlin", "from": "02:30", "to": "03:15"}""", "2026-03-29T01:10:00Z", true)]
    [InlineData("""{"windows": [{"weekdays": ["monday"]}, {"from": "12:00", "to": "13:00"}]}""", "2026-05-20T12:30:00Z", true)]
    [InlineData("""{"windows": [{"weekdays": ["monday"]}, {"from": "12:00", "to": "13:00"}]}""", "2026-05-20T13:30:00Z", false)]
    [InlineData("{}", "2026-05-20T13:30:00Z", true)]
    public void Schedule_AtAnInstant_IsOpenOrClosed(string schedule, string at, bool expected) => Assert.Equal(expected, IsOpen(schedule, at));

    [Theory]
    [InlineData("Asia/Kolkata", "2026-05-20T03:30:00Z", true)]
    [InlineData("Asia/Kolkata", "2026-05-20T13:30:00Z", false)]
    [InlineData("Nowhere/Land", "2026-05-20T13:30:00Z", true)]
    [InlineData(null, "2026-05-20T13:30:00Z", true)]
    public void Schedule_OnTheVisitorsClock_GoesByTheirZone(string? zone, string at, bool expected) => Assert.Equal(expected, IsOpen(Visitor, at, zone));

    [Fact]
    public void Schedule_AroundTheWholeClock_IsOpenAsLongAsItSays()
    {
        var open = Enumerable.Range(0, 7 * 24 * 60).Count(minute =>
            IsOpen(OfficeHours, new DateTimeOffset(2026, 5, 18, 0, minute % 60, 0, TimeSpan.Zero).AddHours(minute / 60).ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(5 * 8 * 60, open);
    }

    [Fact]
    public void Schedule_WithoutAMoment_IsClosed() => Assert.False(Judgement.Matches("""{"$during": {}}""", "{}"));

    [Fact]
    public void WhyNot_Closed_TellsTheTimeThere() => Assert.Equal(
        "it is Saturday, 2026-05-23 12:00 in Europe/Berlin, which is outside the schedule",
        Judgement.WhyNot(Asked(OfficeHours), Moment("2026-05-23T10:00:00Z")).Sentence);

    [Theory]
    [InlineData("7", "/$during")]
    [InlineData("""{"time_zone": "Mars/Olympus"}""", "/$during/time_zone")]
    [InlineData("""{"time_zone": "CET"}""", "/$during/time_zone")]
    [InlineData("""{"otherwise": "UTC"}""", "/$during/otherwise")]
    [InlineData("""{"weekdays": []}""", "/$during/weekdays")]
    [InlineData("""{"weekdays": ["someday"]}""", "/$during/weekdays")]
    [InlineData("""{"days": [0]}""", "/$during/days")]
    [InlineData("""{"days": [32]}""", "/$during/days")]
    [InlineData("""{"months": [13]}""", "/$during/months")]
    [InlineData("""{"from": "24:00"}""", "/$during/from")]
    [InlineData("""{"from": "09:00", "to": "09:00"}""", "/$during/to")]
    [InlineData("""{"every_weeks": 2}""", "/$during/since")]
    [InlineData("""{"until": "09:00"}""", "/$during/until")]
    [InlineData("""{"windows": []}""", "/$during/windows")]
    [InlineData("""{"windows": [{"to": 9}]}""", "/$during/windows/0/to")]
    [InlineData("""{"windows": [{}], "from": "09:00"}""", "/$during/from")]
    public void Parse_WhatMakesNoSense_IsRefusedAtItsPlace(string schedule, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Judgement.Parse(Asked(schedule)).Faults).Pointer);

    private static bool IsOpen(string schedule, string at, string? zone = null)
    {
        var parsed = Judgement.Parse(Asked(schedule));
        Assert.Empty(parsed.Faults);
        return Judgement.Matches(parsed.Condition, Judgement.Attributes(Moment(at, zone)), Core.Rules.Conditions.SavedGroups.Empty);
    }

    private static string Asked(string schedule) => $"{{\"$during\": {schedule}}}";

    private static string Moment(string at, string? zone = null)
    {
        var unix = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        return zone is null ? $$$"""{"time": {"unix": {{{unix}}}}}""" : $$$"""{"time": {"unix": {{{unix}}}}, "timezone": "{{{zone}}}"}""";
    }
}
