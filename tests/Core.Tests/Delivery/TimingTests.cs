using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Profiles.Consent;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery;

/// <summary>When a message goes: quiet hours, caps, time to live, and what the three do together.</summary>
public sealed class TimingTests
{
    [Fact]
    public void Route_QuietAndHold_WaitsOnItsChannelThoughAnotherIsFree()
    {
        var decision = News("email", "website").Route(policy: AtNight, at: Night);

        Assert.Equal((RoutingAction.HoldUntil, RoutingReason.QuietHours, "email"), (decision.Action, decision.Reason, decision.Channel));
        Assert.Equal(Morning, decision.Until);
        Assert.Null(decision.Address);
        Assert.Equal(RoutingAction.Send, News("email").Route(policy: AtNight, at: decision.Until).Action);
    }

    [Fact]
    public void Route_QuietAndDrop_IsSentByNoChannel()
    {
        var decision = (News("email", "website") with { QuietPolicy = QuietPolicy.Drop }).Route(policy: AtNight, at: Night);

        Assert.Equal((RoutingAction.Suppress, RoutingReason.QuietHours), (decision.Action, decision.Reason));
        Assert.Equal(RoutingReason.NotNeeded, decision.Steps[1].Reason);
    }

    [Fact]
    public void Route_QuietAndSwitch_GoesByTheWebsiteOrWaits()
    {
        var news = News("email", "sms", "website") with { QuietPolicy = QuietPolicy.SwitchChannel };
        var decision = news.Route(policy: AtNight, at: Night);

        Assert.Equal((RoutingAction.Send, "website", "email", RoutingReason.QuietHours), (decision.Action, decision.Channel, decision.SwitchedFrom, decision.SwitchReason));
        var waits = (news with { Channels = ["email", "sms"] }).Route(policy: AtNight, at: Night);
        Assert.Equal((RoutingAction.HoldUntil, "email", Morning), (waits.Action, waits.Channel, waits.Until));
    }

    [Theory]
    [InlineData(0, RoutingAction.Suppress, RoutingReason.Expired)]
    [InlineData(1, RoutingAction.HoldUntil, RoutingReason.QuietHours)]
    public void Route_HeldUntilItIsStale_IsNotHeld(int secondsLeft, RoutingAction action, RoutingReason reason)
    {
        var decision = (News("email", "website") with { ExpiresAt = Morning.AddSeconds(secondsLeft) }).Route(policy: AtNight, at: Night);

        Assert.Equal((action, reason), (decision.Action, decision.Reason));
    }

    [Fact]
    public void Route_QuietAllDay_IsNotHeldForEver()
    {
        var policy = new DeliveryPolicy { QuietHours = [new QuietWindow(default, new TimeOnly(12, 0)), new QuietWindow(new TimeOnly(12, 0), default)] };

        Assert.Equal((RoutingAction.Suppress, RoutingReason.AlwaysQuiet), (News("email").Route(policy: policy).Action, News("email").Route(policy: policy).Reason));
    }

    /// <summary>18:30 in Berlin is 13:30 in New York and 06:30 in Honolulu: in the United States somebody still sleeps.</summary>
    [Fact]
    public void Route_OnlyTheCountryIsKnown_IsAsQuietAsTheQuietestOfItsZones()
    {
        var decision = News("email").Route(Ada with { ExplicitZone = "nowhere", Country = "US" }, AtNight, Noon.AddHours(4.5));

        Assert.Equal((RoutingAction.HoldUntil, Noon.AddHours(6)), (decision.Action, decision.Until));
        Assert.Equal((ZoneSource.Country, 8), (decision.Zone.Source, decision.Zone.Ids.Count));
        Assert.Equal(["nowhere"], decision.Zone.Ignored);
    }

    [Fact]
    public void Route_CappedChannel_SwitchesToOneWithASendLeft()
    {
        var decision = News("sms", "email").Route(Ada, Capped(1, null, "sms"), null, Sent("a", 1, "sms"));

        Assert.Equal((RoutingAction.Send, "email", "sms", RoutingReason.Capped), (decision.Action, decision.Channel, decision.SwitchedFrom, decision.SwitchReason));
        Assert.Equal(["a"], decision.Steps[0].UsedBy);
    }

    [Fact]
    public void Route_CappedOnAll_IsDroppedWithTheSendsThatUsedItUp()
    {
        var decision = News("sms", "email").Route(Ada, Capped(2), null, Sent("a", 23), Sent("b", 1, "website"), Sent("c", 24), Sent("d", 2) with { Counts = false });

        Assert.Equal((RoutingAction.Suppress, RoutingReason.Capped, "few"), (decision.Action, decision.Reason, decision.Cap));
        Assert.Equal(["b", "a"], decision.UsedBy);
    }

    [Fact]
    public void Route_CappedAndHold_WaitsForTheSendThatFreesFirst()
    {
        var policy = Capped(1, null, "sms") with { FrequencyCaps = [.. Capped(1, null, "sms").FrequencyCaps, .. Capped(1, CapWindow.Rolling(TimeSpan.FromHours(5)), "email").FrequencyCaps] };
        var news = News("sms", "email") with { CapPolicy = CapPolicy.Hold };
        PastSend[] history = [Sent("a", 4, "sms"), Sent("b", 2, "email")];
        var decision = news.Route(Ada, policy, null, history);

        Assert.Equal((RoutingAction.HoldUntil, RoutingReason.Capped, "email", Noon.AddHours(3)), (decision.Action, decision.Reason, decision.Channel, decision.Until));
        Assert.Equal("sms", decision.SwitchedFrom);
        Assert.Equal(RoutingAction.Send, news.Route(Ada, policy, decision.Until, history).Action);
    }

    /// <summary>The send is free at 23:00 in Berlin, and then it is night.</summary>
    [Fact]
    public void Route_FreeAgainAtNight_WaitsUntilTheMorning()
    {
        var policy = Capped(1) with { QuietHours = AtNight.QuietHours };
        var decision = (News("email") with { CapPolicy = CapPolicy.Hold }).Route(Ada, policy, null, Sent("a", 15));

        Assert.Equal((RoutingAction.HoldUntil, RoutingReason.Capped, Morning), (decision.Action, decision.Reason, decision.Until));
    }

    /// <summary>At night the day's cap is full, in the morning it is not: only what would be dropped then is dropped now.</summary>
    [Fact]
    public void Route_CappedAtNight_CountsAsOfTheMorning()
    {
        var policy = Capped(1, CapWindow.CalendarDay) with { QuietHours = AtNight.QuietHours };

        Assert.Equal((RoutingAction.HoldUntil, Morning), (News("email").Route(Ada, policy, Night, Sent("a", 1)) is var held ? held.Action : default, held.Until));
        Assert.Equal(RoutingReason.Capped, News("email").Route(Ada, policy, Night, Sent("a", -17)).Reason);
    }

    [Fact]
    public void Route_LimitOfNone_IsNeverFree() =>
        Assert.Equal((RoutingAction.Suppress, RoutingReason.Capped), (News("email") with { CapPolicy = CapPolicy.Hold }).Route(policy: Capped(0)) is var decision ? (decision.Action, decision.Reason) : default);

    [Fact]
    public void Route_ConsentTakenBackWhileHeld_IsSeenOnRelease()
    {
        var held = News("email").Route(policy: AtNight, at: Night);

        Assert.Equal(RoutingReason.NoConsent, News("email").Route(Ada with { Permissions = Permissions.None }, AtNight, held.Until).Reason);
    }
}
