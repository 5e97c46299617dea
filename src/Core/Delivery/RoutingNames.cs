namespace PersonalizationEngine.Core.Delivery;

public static class RoutingNames
{
    private static readonly string[] Reasons =
    [
        "already_sent", "no_channel", "unknown_channel", "no_consent", "bounced", "complained", "stopped", "unsubscribed",
        "suppressed_manually", "topic_refused", "no_address", "invalid_address", "unverified_address", "stale_push_token",
        "quiet_hours", "always_quiet", "capped", "expired", "not_needed", "allowed",
    ];

    /// <summary>The action in snake_case, as answers and stored decisions write it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public static string Name(this RoutingAction action) => action switch
    {
        RoutingAction.Send => "send",
        RoutingAction.HoldUntil => "hold_until",
        RoutingAction.Suppress => "suppress",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "unknown action"),
    };

    /// <summary>The reason in snake_case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public static string Name(this RoutingReason reason) => (uint)reason < (uint)Reasons.Length
        ? Reasons[(int)reason]
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "unknown reason");

    /// <summary>The place in snake_case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public static string Name(this ChannelPlace place) => place switch
    {
        ChannelPlace.InOrder => "in_order",
        ChannelPlace.Preferred => "preferred",
        ChannelPlace.RespondedMore => "responded_more",
        ChannelPlace.RespondedLess => "responded_less",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "unknown place"),
    };
}
