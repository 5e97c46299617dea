namespace PersonalizationEngine.Core.Delivery.Suppressions;

/// <summary>Asks a person's suppressions.</summary>
internal static class SuppressionList
{
    /// <summary>The reason that stands against the whole channel; null if none does.</summary>
    public static SuppressionReason? OfChannel(IReadOnlyList<Suppression> all, string channel, DateTimeOffset now)
    {
        for (var index = 0; index < all.Count; index++)
            if (all[index] is { Address: null } one && one.Channel == channel && one.IsInForce(now)) return one.Reason;
        return null;
    }

    /// <summary>The reason that stands against one address; null if none does.</summary>
    public static SuppressionReason? OfAddress(IReadOnlyList<Suppression> all, string channel, string address, DateTimeOffset now)
    {
        for (var index = 0; index < all.Count; index++)
            if (all[index].Names(channel, address) && all[index].IsInForce(now)) return all[index].Reason;
        return null;
    }

    public static RoutingReason AsRouting(this SuppressionReason reason) => reason switch
    {
        SuppressionReason.Bounce => RoutingReason.Bounced,
        SuppressionReason.Complaint => RoutingReason.Complained,
        SuppressionReason.Stop => RoutingReason.Stopped,
        SuppressionReason.Unsubscribe => RoutingReason.Unsubscribed,
        _ => RoutingReason.SuppressedManually,
    };
}
