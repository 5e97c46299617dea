using CsCheck;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery.Caps;

/// <summary>Whatever is asked for in whatever order, one after the other: no window ever holds more than its cap allows.</summary>
public sealed class CapPropertyTests
{
    private static readonly string[] AllChannels = ["email", "sms", "push", "website"];

    private static readonly Gen<CapWindow> Window = Gen.Frequency(
        (2, Gen.Int[1, 72].Select(hours => CapWindow.Rolling(TimeSpan.FromHours(hours)))),
        (2, Gen.Const(CapWindow.CalendarDay)), (1, Gen.Const(CapWindow.CalendarWeek)), (1, Gen.Const(CapWindow.CalendarMonth)));

    private static readonly Gen<FrequencyCap> Cap = Gen.Select(
        Gen.Int[0, 5], Window, Gen.OneOf(AllChannels).Array[0, 2], Gen.Bool,
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 100], (last, priority) => new CapReserve(last, priority)).Array[0, 2],
        (limit, window, channels, isOfTopic, reserves) => new FrequencyCap("cap", limit, window)
        {
            Channels = channels.Length == 0 ? null : channels,
            Topics = isOfTopic ? ["news"] : null,
            Reserves = reserves,
        });

    private static readonly Gen<DeliveryPolicy> Policy = Gen.Select(
        Cap.Array[1, 3], Gen.Enum<DayOfWeek>(), Gen.Bool,
        (caps, weekStart, isQuiet) => (isQuiet ? AtNight : DeliveryPolicy.Default) with { FrequencyCaps = caps, WeekStart = weekStart, PushTokenMaxAge = null });

    /// <summary>A message and how long after the one before it is asked for.</summary>
    private static readonly Gen<(Message Message, TimeSpan After)[]> Asked = Gen.Select(
        Gen.OneOf(AllChannels).Array[1, 3], Gen.Int[0, 100], Gen.OneOf("news", "offers", null), Gen.Enum<CapPolicy>(),
        Gen.Frequency((3, Gen.Int[0, 120]), (1, Gen.Const(0)), (1, Gen.Int[0, 6_000])),
        (channels, priority, topic, policy, minutes) =>
            (News(channels) with { Priority = priority, Topic = topic, CapPolicy = policy }, TimeSpan.FromMinutes(minutes))).Array[1, 60];

    private static readonly Gen<string> Zone = Gen.OneOf("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");

    [Fact]
    public void Route_AnyMessagesOneAfterTheOther_KeepsEachCapInEachWindow() =>
        Gen.Select(Policy, Asked, Zone).Sample((policy, asked, zone) =>
        {
            var sends = Play(policy, asked, Ada with { ExplicitZone = zone }, isCritical: null);
            Assert.All(policy.FrequencyCaps, cap => Assert.All(Windows(cap, policy, sends, zone), window =>
            {
                Assert.True(window.Count <= cap.Limit);
                // The last sends are kept for those who may use them.
                Assert.All(cap.Reserves, reserve => Assert.True(window.Count(send => send.Priority < reserve.MinPriority) <= Math.Max(0, cap.Limit - reserve.Last)));
            }));
        }, iter: 2_000, threads: 1);

    [Fact]
    public void Route_CriticalAmongThem_AreOnTopAndLeaveTheOthersWhatIsLeft() =>
        Gen.Select(Policy, Asked, Zone).Sample((policy, asked, zone) =>
        {
            var sends = Play(policy, asked, Ada with { ExplicitZone = zone }, isCritical: message => message.Priority % 4 == 0);
            // Within each window everything up to the last that is not critical fits.
            Assert.All(policy.FrequencyCaps, cap => Assert.All(Windows(cap, policy, sends, zone), window =>
                Assert.True(window.FindLastIndex(send => send.Priority % 4 != 0) < cap.Limit)));
        }, iter: 1_000, threads: 1);

    /// <summary>Nothing is refused that would have fitted: a channel without a cap of its own and all together.</summary>
    [Fact]
    public void Route_HeldForACap_GoesThenAndNotBefore() =>
        Gen.Select(Policy, Asked, Zone, Gen.OneOf(AllChannels)).Sample((policy, asked, zone, channel) =>
        {
            var person = Ada with { ExplicitZone = zone };
            var history = Play(policy, asked, person, isCritical: null).ToArray();
            var now = history.Length == 0 ? Noon : history[^1].At.AddMinutes(7);
            var message = News(channel) with { Key = "next", CapPolicy = CapPolicy.Hold };

            if (ChannelRouter.Route(message, person, history, policy, now).Until is not { } until) return;
            Assert.True(until > now);
            Assert.Equal(RoutingAction.Send, ChannelRouter.Route(message, person, history, policy, until).Action);
            Assert.NotEqual(RoutingAction.Send, ChannelRouter.Route(message, person, history, policy, until.AddTicks(-1)).Action);
        }, iter: 2_000, threads: 1);

    private static List<PastSend> Play(DeliveryPolicy policy, (Message Message, TimeSpan After)[] asked, Recipient person, Func<Message, bool>? isCritical)
    {
        var (sends, now) = (new List<PastSend>(), Noon);
        foreach (var (one, after) in asked)
        {
            now += after;
            var message = one with { Key = $"m{sends.Count}", IsCritical = isCritical?.Invoke(one) ?? false };
            var decision = ChannelRouter.Route(message, person, sends, policy, now);
            if (decision.Action == RoutingAction.Send) sends.Add(new PastSend(now, decision.Channel!, message.Topic, message.Priority, message.Key));
        }

        return sends;
    }

    /// <summary>The sends of each window in which the cap counts any, in the order they went: a rolling one begins with any of them.</summary>
    private static IEnumerable<List<PastSend>> Windows(FrequencyCap cap, DeliveryPolicy policy, List<PastSend> sends, string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var counted = sends.Where(send => cap.Channels?.Contains(send.Channel) != false && (cap.Topics is null || send.Topic == "news")).ToList();
        if (cap.Window.Period == CapPeriod.Rolling)
            return counted.Select(first => counted.SkipWhile(send => send != first).TakeWhile(send => send.At < first.At + cap.Window.Length).ToList());
        return counted.GroupBy(send =>
        {
            var day = TimeZoneInfo.ConvertTime(send.At, zone).Date;
            return cap.Window.Period switch
            {
                CapPeriod.CalendarDay => day,
                CapPeriod.CalendarMonth => day.AddDays(1 - day.Day),
                _ => Enumerable.Range(0, 7).Select(back => day.AddDays(-back)).First(candidate => candidate.DayOfWeek == policy.WeekStart),
            };
        }).Select(group => group.ToList());
    }
}
