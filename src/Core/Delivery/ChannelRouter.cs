using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>Decides by which channel a message reaches a person, when, and if at all. It keeps nothing: ask again at any instant.</summary>
public static class ChannelRouter
{
    /// <param name="history">What was sent to the person or is reserved, in any order, at least as far back as the longest cap counts.</param>
    /// <param name="now">Instant of the decision.</param>
    public static RoutingDecision Route(
        Message message, Recipient recipient, IReadOnlyList<PastSend> history, DeliveryPolicy policy, DateTimeOffset now) =>
        new(RoutingAction.Suppress, RoutingReason.NoChannel) { Zone = new RecipientZone(["UTC"], ZoneSource.Utc, []) };
}
