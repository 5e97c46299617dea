using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Bench;

/// <summary>One message finds its channel among three, with caps on all, on one and on a topic, quiet nights and 20 past sends.</summary>
[MemoryDiagnoser]
public class RoutingBenchmarks
{
    /// <summary>Wednesday; 14:00 in Berlin.</summary>
    private static readonly DateTimeOffset Day = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), Night = Day.AddHours(10);

    /// <summary>23:30 in Berlin, before the night in which the clock is put back.</summary>
    private static readonly DateTimeOffset LongNight = new(2026, 10, 24, 21, 30, 0, TimeSpan.Zero);

    private static readonly Message News = new("next", ["email", "push", "website"], Day) { Topic = "news", CapPolicy = CapPolicy.Hold };

    private static readonly Recipient Person = new("ada", Permissions.All)
    {
        Email = new EmailAddress("ada@shop.example", true),
        PushTokens = [new PushToken("token", "android", Day)],
        ExplicitZone = "Europe/Berlin",
        Country = "US",
    };

    private static readonly DeliveryPolicy Policy = new()
    {
        QuietHours = [new QuietWindow(new TimeOnly(22, 0), new TimeOnly(8, 0))],
        FrequencyCaps =
        [
            new FrequencyCap("day", 5, CapWindow.CalendarDay) { Reserves = [new CapReserve(2, 80)] },
            new FrequencyCap("week", 15, CapWindow.Rolling(TimeSpan.FromDays(7))),
            new FrequencyCap("news", 8, CapWindow.CalendarMonth) { Topics = ["news"] },
        ],
    };

    private readonly PastSend[] _few = History(hoursApart: 30), _many = History(hoursApart: 2);

    [Benchmark(Baseline = true)]
    public RoutingDecision Send() => ChannelRouter.Route(News, Person, _few, Policy, Day);

    [Benchmark]
    public RoutingDecision HoldForTheNight() => ChannelRouter.Route(News, Person, _few, Policy, Night);

    [Benchmark]
    public RoutingDecision HoldForTheNightTheClockIsChanged() => ChannelRouter.Route(News, Person, _few, Policy, LongNight);

    [Benchmark]
    public RoutingDecision HoldForEightZones() => ChannelRouter.Route(News, Person with { ExplicitZone = null }, _few, Policy, Night);

    [Benchmark]
    public RoutingDecision HoldForACap() => ChannelRouter.Route(News, Person, _many, Policy, Day);

    private static PastSend[] History(int hoursApart) =>
        [.. Enumerable.Range(1, 20).Select(send => new PastSend(Day.AddHours(-send * hoursApart), "email", send % 5 == 0 ? "news" : "offers", 50, $"m{send}"))];
}
