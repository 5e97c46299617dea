using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Delivery.Suppressions;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery.Reach;

public sealed class ReachabilityTests
{
    [Theory]
    [InlineData("+4915112345678", true)]
    [InlineData("+1234567", true)]
    [InlineData("+123456789012345", true)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+123456", false)]
    [InlineData("+0491511234567", false)]
    [InlineData("4915112345678", false)]
    [InlineData("+49 1511 234567", false)]
    [InlineData("+49١٢٣٤٥٦٧", false)]
    [InlineData("+", false)]
    [InlineData("", false)]
    public void IsPhone_Text_IsWhatE164Allows(string text, bool valid) => Assert.Equal(valid, AddressForm.IsPhone(text));

    [Theory]
    [InlineData("ada@shop.example", true)]
    [InlineData("ada+news@mail.shop.example", true)]
    [InlineData("zoë@bücher.example", true)]
    [InlineData("ada@localhost", false)]
    [InlineData("ada@.example", false)]
    [InlineData("ada@shop.", false)]
    [InlineData("@shop.example", false)]
    [InlineData("a@b@c.example", false)]
    [InlineData("ada@shop.example\r\nBcc: x@y.example", false)]
    [InlineData("ada @shop.example", false)]
    [InlineData("", false)]
    public void IsEmail_Text_HasItsPartsAndNoLineBreak(string text, bool valid) => Assert.Equal(valid, AddressForm.IsEmail(text));

    [Theory]
    [InlineData(true, true, RoutingReason.Allowed)]
    [InlineData(true, null, RoutingReason.UnverifiedAddress)]
    [InlineData(true, false, RoutingReason.UnverifiedAddress)]
    [InlineData(false, null, RoutingReason.Allowed)]
    [InlineData(false, false, RoutingReason.Allowed)]
    public void Route_EmailVerified_CountsWhereThePolicyAsks(bool required, bool? verified, RoutingReason reason) => Assert.Equal(
        reason, News("email").Route(Ada with { Email = new EmailAddress("a@b.example", verified) }, new DeliveryPolicy { RequireVerifiedEmail = required }).Reason);

    [Theory]
    [InlineData(null, null, RoutingReason.NoAddress)]
    [InlineData("", " ", RoutingReason.NoAddress)]
    [InlineData(null, "0151 1234", RoutingReason.InvalidAddress)]
    [InlineData("0151", null, RoutingReason.InvalidAddress)]
    [InlineData("+4915112345678", "0151 12345678", RoutingReason.Allowed)]
    public void Route_Phone_IsUsedOnlyInE164(string? e164, string? raw, RoutingReason reason) =>
        Assert.Equal(reason, News("sms").Route(Ada with { Phone = new PhoneNumber(e164, raw) }).Reason);

    [Fact]
    public void Route_Devices_AreThoseSeenLatelyTheNewestFirst()
    {
        PushToken[] tokens = [Token("old", 61), Token("a", 60), Token("b", 1), Token("a", 2), new("unseen", "ios", null)];

        var decision = News("push").Route(Ada with { PushTokens = tokens });
        Assert.Equal("b", decision.Address);
        Assert.Equal(["b", "a"], decision.Addresses);
        Assert.Equal(["b", "a", "old", "unseen"], News("push").Route(Ada with { PushTokens = tokens }, new DeliveryPolicy { PushTokenMaxAge = null }).Addresses);
        Assert.Equal(RoutingReason.StalePushToken, News("push").Route(Ada with { PushTokens = [Token("old", 61)] }).Reason);
        Assert.Equal(RoutingReason.NoAddress, News("push").Route(Ada with { PushTokens = [] }).Reason);
    }

    [Fact]
    public void Route_OneDeviceSuppressed_UsesTheOthers()
    {
        var person = Ada with { PushTokens = [Token("a", 1), Token("b", 2)], Suppressions = [new Suppression("push", "a", SuppressionReason.Bounce)] };

        Assert.Equal(["b"], News("push").Route(person).Addresses);
        Assert.Equal(RoutingReason.Bounced, News("push").Route(person with { PushTokens = [Token("a", 1)] }).Reason);
        Assert.Equal(RoutingReason.StalePushToken, News("push").Route(person with { PushTokens = [Token("a", 1), Token("b", 90)] }).Reason);
    }

    [Fact]
    public void Route_Suppression_IsOfItsChannelItsAddressAndItsTime()
    {
        Assert.Equal(RoutingReason.Allowed, Against(new Suppression("sms", null, SuppressionReason.Stop)));
        Assert.Equal(RoutingReason.Allowed, Against(new Suppression("email", "other@shop.example", SuppressionReason.Bounce)));
        Assert.Equal(RoutingReason.Allowed, Against(new Suppression("email", null, SuppressionReason.Manual, Noon)));
        Assert.Equal(RoutingReason.SuppressedManually, Against(new Suppression("email", null, SuppressionReason.Manual, Noon.AddTicks(1))));

        static RoutingReason Against(Suppression suppression) => News("email").Route(Ada with { Suppressions = [suppression] }).Reason;
    }

    private static PushToken Token(string token, int daysAgo) => new(token, "android", Noon.AddDays(-daysAgo));
}
