using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Profiles.Consent;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery;

/// <summary>Whether a message goes at all, and by which of its channels.</summary>
public sealed class ChannelRouterTests
{
    [Theory]
    [InlineData("email", "ada@shop.example")]
    [InlineData("sms", "+4915112345678")]
    [InlineData("push", "token-1")]
    [InlineData("website", null)]
    public void Route_NothingInTheWay_SendsToTheAddress(string channel, string? address)
    {
        var decision = News(channel).Route();

        Assert.Equal((RoutingAction.Send, RoutingReason.Allowed, channel, address), (decision.Action, decision.Reason, decision.Channel, decision.Address));
        Assert.Equal((null, null), (decision.SwitchedFrom, decision.Until));
        Assert.Equal(ZoneSource.Explicit, decision.Zone.Source);
    }

    [Fact]
    public void Route_FirstChannelRefused_SwitchesAndSaysFromWhich()
    {
        var decision = News("email", "sms", "website").Route(Ada with { Permissions = Permissions.All & ~Permissions.Email });

        Assert.Equal((RoutingAction.Send, "sms", "email", RoutingReason.NoConsent), (decision.Action, decision.Channel, decision.SwitchedFrom, decision.SwitchReason));
        Assert.Equal([RoutingReason.NoConsent, RoutingReason.Allowed, RoutingReason.NotNeeded], decision.Steps.Select(step => step.Reason));
    }

    [Fact]
    public void Route_AllChannelsRefused_GivesTheReasonOfTheOneThatCameFurthest()
    {
        var decision = News("sms", "email", "push").Route(Ada with { Permissions = Permissions.Email | Permissions.Push, Email = new EmailAddress("nobody"), PushTokens = [] });

        Assert.Equal((RoutingAction.Suppress, RoutingReason.InvalidAddress), (decision.Action, decision.Reason));
        Assert.Equal([RoutingReason.NoConsent, RoutingReason.InvalidAddress, RoutingReason.NoAddress], decision.Steps.Select(step => step.Reason));
        Assert.Equal((null, null, null), (decision.Channel, decision.Address, decision.Until));
    }

    [Fact]
    public void Route_KeySentBefore_IsNotSentAgainByAnotherChannelEither() =>
        Assert.Equal(RoutingReason.AlreadySent, (News("email", "sms") with { IsCritical = true }).Route(history: Sent("news-1", 400) with { Counts = false }).Reason);

    [Theory]
    [InlineData(-1, RoutingReason.Expired)]
    [InlineData(0, RoutingReason.Expired)]
    [InlineData(1, RoutingReason.Allowed)]
    public void Route_TimeToLive_EndsExclusively(int secondsLeft, RoutingReason reason) =>
        Assert.Equal(reason, (News("email") with { ExpiresAt = Noon.AddSeconds(secondsLeft) }).Route().Reason);

    [Fact]
    public void Route_NoChannelOrNoneWeKnow_SaysSo()
    {
        Assert.Equal(RoutingReason.NoChannel, News().Route().Reason);
        Assert.Equal(RoutingReason.UnknownChannel, News("pigeon").Route().Reason);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(null, false, false)]
    public void Route_ChoiceOfTopic_OfTheChannelGoesBeforeThatOfAll(bool? all, bool? email, bool allowed)
    {
        var choice = new TopicChoice(all, email is { } said ? new Dictionary<string, bool> { ["email"] = said } : null);
        var person = Ada with { TopicChoices = new Dictionary<string, TopicChoice> { ["news"] = choice } };

        Assert.Equal(allowed ? RoutingReason.Allowed : RoutingReason.TopicRefused, News("email").Route(person).Reason);
        Assert.Equal(RoutingReason.Allowed, (News("email") with { Topic = "orders" }).Route(person).Reason);
        Assert.Equal(RoutingReason.Allowed, (News("email") with { Topic = null }).Route(person).Reason);
    }

    [Fact]
    public void Route_RefusedOnOneChannel_GoesByAnother()
    {
        var choice = new TopicChoice(null, new Dictionary<string, bool> { ["email"] = false });
        var decision = News("email", "website").Route(Ada with { TopicChoices = new Dictionary<string, TopicChoice> { ["news"] = choice } });

        Assert.Equal(("website", "email", RoutingReason.TopicRefused), (decision.Channel, decision.SwitchedFrom, decision.SwitchReason));
    }

    [Fact]
    public void Names_EveryValue_HasItsOwn()
    {
        string[] names = [.. Enum.GetValues<RoutingReason>().Select(reason => reason.Name())];

        Assert.Equal(names.Distinct(), names);
        Assert.All(Enum.GetValues<RoutingReason>(), reason => Assert.Equal(reason.ToString(), reason.Name().Replace("_", ""), ignoreCase: true));
        Assert.Equal(["send", "hold_until", "suppress"], Enum.GetValues<RoutingAction>().Select(action => action.Name()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((RoutingReason)99).Name());
    }
}
