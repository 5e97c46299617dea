using CsCheck;
using PersonalizationEngine.Core.Delivery.Digests;
using PersonalizationEngine.Core.Delivery.QuietHours;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery.Digests;

/// <summary>Which messages are collected into one.</summary>
public sealed class DigestRuleTests
{
    private static readonly DigestRule Hour = DigestRule.For(TimeSpan.FromHours(1));
    private static readonly RecipientZone Berlin = new(["Europe/Berlin"], ZoneSource.Explicit, []);
    private static readonly DigestRule Mornings = DigestRule.At(new DigestSchedule([new TimeOnly(8, 0), new TimeOnly(18, 0)], [DayOfWeek.Monday, DayOfWeek.Wednesday]));

    [Fact]
    public void WindowOf_FirstMessage_OpensIt()
    {
        var window = Of(Hour, Noon.AddMilliseconds(700), null);

        Assert.Equal((Noon, Noon.AddHours(1), 1), (window.Start, window.End, window.Number));
        Assert.Same(window, Of(Hour, Noon.AddHours(1).AddTicks(-1), window));
        Assert.Equal((Noon.AddHours(1), 2), Of(Hour, Noon.AddHours(1), window) is var next ? (next.Start, next.Number) : default);
    }

    /// <summary>Neither of two workers sees the other's: the row's key is the same, and the second to write it joins.</summary>
    [Fact]
    public void WindowOf_TwoWorkersAtOnce_HaveTheSameKey()
    {
        var (one, other) = (Of(Hour, Noon.AddSeconds(0.9), null), Of(Hour, Noon.AddSeconds(1.1), null));

        Assert.Equal(one.Id, other.Id);
        Assert.Equal(one, Of(Hour, Noon.AddSeconds(0.2), null));
    }

    [Theory]
    [InlineData("2026-07-01T12:00Z", "2026-07-01T06:00Z", "2026-07-01T16:00Z")] // Wednesday, between the two
    [InlineData("2026-07-01T16:00Z", "2026-07-01T16:00Z", "2026-07-06T06:00Z")] // then Monday
    [InlineData("2026-03-28T12:00Z", "2026-03-25T17:00Z", "2026-03-30T06:00Z")] // over the change to summer time
    public void WindowOf_Schedule_IsBetweenItsTimes(string at, string start, string end)
    {
        var window = Of(Mornings, Instant(at), null);

        Assert.Equal((Instant(start), Instant(end)), (window.Start, window.End));
        Assert.Equal(window.Id, Of(Mornings, Instant(end).AddSeconds(-1), null).Id);
    }

    [Fact]
    public void WindowOf_SeveralZones_EndsWhenTheTimeHasComeInEach()
    {
        var states = new RecipientZone([.. CountryZones.Of("US").Select(zone => zone.Id)], ZoneSource.Country, []);

        Assert.Equal(Instant("2026-07-01T18:00Z"), Mornings.WindowOf("ada", "news", Noon, null, states).End);
    }

    [Fact]
    public void WindowOf_AnyMessagesInTheOrderTheyAreTaken_FallIntoOneWindowEach()
    {
        var rules = Gen.OneOf(
            Gen.Int[1, 200_000].Select(seconds => DigestRule.For(TimeSpan.FromSeconds(seconds))),
            Gen.Select(Gen.Int[0, 1439].Array[1, 3], Gen.Enum<DayOfWeek>().Array[0, 2], (minutes, days) =>
                DigestRule.At(new DigestSchedule([.. minutes.Select(minute => new TimeOnly(minute * TimeSpan.TicksPerMinute))], days))));
        var zones = Gen.OneOf("Europe/Berlin", "America/Havana", "Australia/Lord_Howe").Select(id => new RecipientZone([id], ZoneSource.Explicit, []));
        Gen.Select(rules, rules, zones, Gen.Frequency((3, Gen.Int[0, 2_000]), (1, Gen.Int[0, 300_000_000])).Array[1, 40]).Sample((rule, later, zone, gaps) =>
        {
            var (at, taken, windows) = (Noon.AddDays(-100), 0, new List<DigestWindow>());
            foreach (var milliseconds in gaps)
            {
                at = at.AddMilliseconds(milliseconds);
                // Somebody changes the rule half-way.
                var window = (taken++ < gaps.Length / 2 ? rule : later).WindowOf("ada", "news", at, windows.LastOrDefault(), zone);
                Assert.True(window.Start <= at && at < window.End);
                if (!ReferenceEquals(window, windows.LastOrDefault())) windows.Add(window);
            }

            Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start && pair.First.Number < pair.Second.Number));
            Assert.Equal(windows.Count, windows.Select(window => window.Id).Distinct().Count());
        }, iter: 2_000, threads: 1);
    }

    /// <summary>Two messages within a second never open two windows, whichever worker saw what of the other.</summary>
    [Fact]
    public void WindowOf_TwoInOneSecond_GiveOneSend() =>
        Gen.Select(Gen.Int[1, 200_000], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Bool, Gen.Int[0, 300_000]).Sample((seconds, first, second, knows, before) =>
        {
            var rule = DigestRule.For(TimeSpan.FromSeconds(seconds));
            var earlier = Of(rule, Noon.AddSeconds(-before), null);
            var one = Of(rule, Noon.AddMilliseconds(Math.Min(first, second)), earlier);
            var other = Of(rule, Noon.AddMilliseconds(Math.Max(first, second)), knows ? one : earlier);
            Assert.Equal(one.Id, other.Id);
        }, iter: 3_000, threads: 1);

    [Fact]
    public void Id_OtherPersonOrTopic_IsAnother()
    {
        DigestWindow[] windows = [new("b:c", "a", Noon, Noon, 1), new("c", "a:b", Noon, Noon, 1), new("c", "a:b", Noon, Noon, 11), new("1:c", "a:b", Noon, Noon, 1)];

        Assert.Equal(4, windows.Select(window => window.Id).Distinct().Count());
    }

    [Fact]
    public void For_LengthOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DigestRule.For(TimeSpan.FromSeconds(0.9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DigestRule.For(TimeSpan.FromDays(31)));
        Assert.Throws<ArgumentException>(() => DigestRule.At(new DigestSchedule([])));
    }

    private static DigestWindow Of(DigestRule rule, DateTimeOffset at, DigestWindow? newest) => rule.WindowOf("ada", "news", at, newest, Berlin);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
