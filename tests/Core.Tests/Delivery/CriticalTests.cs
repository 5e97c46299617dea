using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Delivery.Suppressions;
using PersonalizationEngine.Core.Profiles.Consent;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery;

/// <summary>What a critical message passes, and what stops it like any other.</summary>
public sealed class CriticalTests
{
    private static readonly Message Alarm = News("email") with { IsCritical = true };

    [Fact]
    public void Route_TopicQuietAndCapAgainstIt_GoesAndSaysWhatItPassed()
    {
        var person = Ada with { TopicChoices = new Dictionary<string, TopicChoice> { ["news"] = new(false) } };
        var policy = AtNight with { FrequencyCaps = [new FrequencyCap("none", 0, CapWindow.CalendarDay)] };
        var decision = (Alarm with { QuietPolicy = QuietPolicy.Drop }).Route(person, policy, Night);

        Assert.Equal(RoutingAction.Send, decision.Action);
        Assert.Equal([RoutingReason.TopicRefused, RoutingReason.QuietHours, RoutingReason.Capped], Assert.Single(decision.Steps).Overridden);
        Assert.Empty(Alarm.Route().Steps[0].Overridden);
    }

    [Fact]
    public void Route_NoConsent_StopsIt() =>
        Assert.Equal(RoutingReason.NoConsent, Alarm.Route(Ada with { Permissions = Permissions.Analytics | Permissions.Personalization }).Reason);

    [Theory]
    [InlineData(SuppressionReason.Bounce, RoutingReason.Bounced)]
    [InlineData(SuppressionReason.Complaint, RoutingReason.Complained)]
    [InlineData(SuppressionReason.Stop, RoutingReason.Stopped)]
    [InlineData(SuppressionReason.Unsubscribe, RoutingReason.Unsubscribed)]
    [InlineData(SuppressionReason.Manual, RoutingReason.SuppressedManually)]
    public void Route_AnySuppression_StopsIt(SuppressionReason suppression, RoutingReason reason)
    {
        Assert.Equal(reason, Alarm.Route(Ada with { Suppressions = [new Suppression("email", null, suppression)] }).Reason);
        Assert.Equal(reason, Alarm.Route(Ada with { Suppressions = [new Suppression("email", "Ada@Shop.example", suppression)] }).Reason);
        Assert.Equal(reason.Name(), News("email").Route(Ada with { Suppressions = [new Suppression("email", null, suppression)] }).Reason.Name());
    }

    [Fact]
    public void Route_NoUsableAddress_StopsIt()
    {
        Assert.Equal(RoutingReason.NoAddress, Alarm.Route(Ada with { Email = null }).Reason);
        Assert.Equal(RoutingReason.UnverifiedAddress, Alarm.Route(Ada with { Email = new EmailAddress("a@b.example") }, new DeliveryPolicy { RequireVerifiedEmail = true }).Reason);
    }

    [Fact]
    public void Route_PastItsTime_StopsIt() => Assert.Equal(RoutingReason.Expired, (Alarm with { ExpiresAt = Noon }).Route().Reason);
}
