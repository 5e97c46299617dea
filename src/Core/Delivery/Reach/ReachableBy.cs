namespace PersonalizationEngine.Core.Delivery.Reach;

/// <summary>Whether somebody can be written to by a channel at all, whatever the message: consent, suppressions, an address.</summary>
public static class ReachableBy
{
    /// <returns><see cref="RoutingReason.Allowed"/>, or what stands against it.</returns>
    public static RoutingReason Channel(Recipient recipient, string channel, DeliveryPolicy policy, DateTimeOffset now)
    {
        if (Reachability.Find(recipient, channel, policy, now, out _) is RoutingReason.NoAddress) return RoutingReason.NoAddress;
        if (!Profiles.Consent.PermissionNames.MaySend(recipient.Permissions, channel)) return RoutingReason.NoConsent;
        return Reachability.Suppressed(recipient, channel, now) ?? Reachability.Find(recipient, channel, policy, now, out _) ?? RoutingReason.Allowed;
    }
}
