using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery;

/// <summary>Preference, then plain differences in past response, then the stated order.</summary>
public sealed class ChannelRankingTests
{
    private static readonly string[] Listed = ["email", "sms", "push"];

    [Fact]
    public void Order_NothingKnown_IsThePolicysThenTheMessages()
    {
        Assert.Equal("email sms push", Order(Ada));
        Assert.Equal("push email sms", Order(Ada, "push"));
        Assert.Equal("push sms email", Order(Ada, "website", "push", "sms", "email"));
    }

    [Theory]
    [InlineData(1, 1, "email sms push")] // one lucky response moves nothing
    [InlineData(2, 2, "sms email push")]
    [InlineData(40, 4, "email sms push")] // as expected
    [InlineData(40, 10, "sms email push")]
    [InlineData(16, 0, "email sms push")]
    [InlineData(17, 0, "email push sms")]
    [InlineData(5, 9, "sms email push")] // more responses than sends are as many
    [InlineData(-1, -1, "email sms push")]
    public void Order_PastResponse_CountsWhereItIsPlain(int sent, int responded, string order) => Assert.Equal(order, Order(Responding(("sms", sent, responded))));

    [Fact]
    public void Order_Preference_GoesBeforeResponse()
    {
        var person = Responding(("sms", 20, 20)) with { PreferredChannel = "push" };

        Assert.Equal("push sms email", Order(person, "email"));
        Assert.Equal([ChannelPlace.Preferred, ChannelPlace.RespondedMore, ChannelPlace.InOrder], Steps(person).Select(step => step.Place));
        Assert.Equal("email sms push", Order(Ada with { PreferredChannel = "website" }));
    }

    [Fact]
    public void Order_Listed_IsTheSameForEverybody()
    {
        var decision = (News(Listed) with { ChannelOrder = ChannelOrder.Listed })
            .Route(Responding(("sms", 20, 20)) with { PreferredChannel = "push" }, new DeliveryPolicy { FallbackOrder = ["push"] });

        Assert.Equal(Listed, decision.Steps.Select(step => step.Channel));
        Assert.All(decision.Steps, step => Assert.Equal(ChannelPlace.InOrder, step.Place));
    }

    [Fact]
    public void Order_ChannelListedTwice_IsAskedOnce() => Assert.Single(News("email", "email").Route().Steps);

    [Fact]
    public void ExpectedRate_IsTheShareSmoothed()
    {
        Assert.Equal(0.1, new ChannelResponse(0, 0).ExpectedRate);
        Assert.Equal(5 / 41.0, new ChannelResponse(1, 1).ExpectedRate, 1e-12);
        Assert.Equal(4 / 57.0, new ChannelResponse(17, 0).ExpectedRate, 1e-12);
        Assert.Equal(0.3, new ChannelResponse(100_000, 30_000).ExpectedRate, 1e-3);
    }

    private static Recipient Responding(params (string Channel, int Sent, int Responded)[] channels) =>
        Ada with { Responses = channels.ToDictionary(one => one.Channel, one => new ChannelResponse(one.Sent, one.Responded)) };

    private static IReadOnlyList<RoutingStep> Steps(Recipient person, params string[] fallback) =>
        News(Listed).Route(person, new DeliveryPolicy { FallbackOrder = fallback }).Steps;

    private static string Order(Recipient person, params string[] fallback) => string.Join(' ', Steps(person, fallback).Select(step => step.Channel));
}
