using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Delivery.Suppressions;
using PersonalizationEngine.Core.Profiles.Consent;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery.Reach;

/// <summary>Whether somebody can be written to at all, without a message.</summary>
public sealed class ReachableByTests
{
    private static readonly Recipient Zoe = new("zoe", Permissions.All) { Email = new EmailAddress("zoe@shop.example") };

    [Fact]
    public void Channel_WithConsentAndAddress_IsAllowedAsTheRouterSays()
    {
        Assert.Equal(RoutingReason.Allowed, Of(Zoe));
        Assert.Equal(News("email").Route(Zoe).Reason, Of(Zoe));
    }

    [Fact]
    public void Channel_Refused_SaysWhatStandsAgainstIt()
    {
        Assert.Equal(RoutingReason.NoConsent, Of(Zoe with { Permissions = Permissions.All & ~Permissions.Email }));
        Assert.Equal(RoutingReason.InvalidAddress, Of(Zoe with { Email = new EmailAddress("zoe") }));
        Assert.Equal(RoutingReason.Unsubscribed, Of(Zoe with { Suppressions = [new Suppression("email", "zoe@shop.example", SuppressionReason.Unsubscribe)] }));
        Assert.Equal(RoutingReason.UnverifiedAddress, ReachableBy.Channel(Zoe, "email", new DeliveryPolicy { RequireVerifiedEmail = true }, Noon));
    }

    [Fact]
    public void Channel_WithoutAnAddress_SaysSoWhateverWasAgreedTo()
    {
        Assert.Equal(RoutingReason.NoAddress, ReachableBy.Channel(Zoe, "sms", DeliveryPolicy.Default, Noon));
        Assert.Equal(RoutingReason.NoAddress, ReachableBy.Channel(Zoe with { Permissions = Permissions.None }, "push", DeliveryPolicy.Default, Noon));
    }

    private static RoutingReason Of(Recipient recipient) => ReachableBy.Channel(recipient, "email", DeliveryPolicy.Default, Noon);
}
