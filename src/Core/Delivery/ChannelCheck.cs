using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>Asks one channel after the other whether it may send the message, and when.</summary>
internal sealed class ChannelCheck(
    Message message, Recipient recipient, IReadOnlyList<PastSend> history, DeliveryPolicy policy, RecipientZone zone, DateTimeOffset now)
{
    private readonly CapCheck _caps = new(history, policy, zone.Zones);

    /// <summary>Three kinds of answers: allowed; not yet, with an instant; not at all.</summary>
    /// <param name="addresses">Those it may use; empty when it may not send.</param>
    public RoutingStep Ask(RankedChannel ranked, out IReadOnlyList<string> addresses)
    {
        var channel = ranked.Channel;
        var step = new RoutingStep(channel, RoutingReason.Allowed) { Place = ranked.Place, ExpectedResponse = ranked.ExpectedResponse };
        var refused = recipient.TopicChoices.Count > 0 && message.Topic is { } topic
            && recipient.TopicChoices.TryGetValue(topic, out var choice) && !choice.Allows(channel);
        addresses = [];

        if (!Channels.All.Contains(channel, StringComparer.Ordinal)) return step with { Reason = RoutingReason.UnknownChannel };
        if (!recipient.Permissions.MaySend(channel)) return step with { Reason = RoutingReason.NoConsent };
        if (Reachability.Suppressed(recipient, channel, now) is { } suppressed) return step with { Reason = suppressed };
        if (refused && !message.IsCritical) return step with { Reason = RoutingReason.TopicRefused };
        if (Reachability.Find(recipient, channel, policy, now, out addresses) is { } unreachable) return step with { Reason = unreachable };

        step = step with { Address = addresses.Count > 0 ? addresses[0] : null };
        return message.IsCritical ? step with { Overridden = Overridden(channel, refused) } : AskTiming(step);
    }

    /// <summary>
    /// Quiet hours first, then caps as they stand when the quiet is over: what they would drop then is not kept for it.
    /// </summary>
    private RoutingStep AskTiming(RoutingStep step)
    {
        if (AwakeAt(step.Channel, now) is not { } awake) return step with { Reason = RoutingReason.AlwaysQuiet };
        if (awake > now && message.QuietPolicy == QuietPolicy.Drop) return step with { Reason = RoutingReason.QuietHours };
        if (_caps.Full(message, step.Channel, awake) is { } full)
            return AskForLater(step with { Reason = RoutingReason.Capped, Cap = full.Cap, UsedBy = full.UsedBy }, full.FreeAt);
        return awake > now ? Wait(step with { Reason = RoutingReason.QuietHours }, awake) : step;
    }

    private RoutingStep AskForLater(RoutingStep step, DateTimeOffset? free)
    {
        if (message.CapPolicy == CapPolicy.Drop || free is not { } freeAt) return step;
        return AwakeAt(step.Channel, freeAt) is { } until ? Wait(step, until) : step with { Reason = RoutingReason.AlwaysQuiet };
    }

    private RoutingStep Wait(RoutingStep step, DateTimeOffset until) =>
        message.ExpiresAt <= until ? step with { Reason = RoutingReason.Expired } : step with { Until = until };

    private DateTimeOffset? AwakeAt(string channel, DateTimeOffset at) =>
        policy.QuietHoursExempt.Contains(channel, StringComparer.Ordinal) ? at : Awake.First(policy.QuietHours, zone.Zones, at);

    private RoutingReason[] Overridden(string channel, bool topicRefused)
    {
        var isQuiet = AwakeAt(channel, now) != now;
        var isFull = _caps.Full(message, channel, now) is not null;
        if (!topicRefused && !isQuiet && !isFull) return [];
        return
        [
            .. (topicRefused ? [RoutingReason.TopicRefused] : Array.Empty<RoutingReason>()),
            .. (isQuiet ? [RoutingReason.QuietHours] : Array.Empty<RoutingReason>()),
            .. (isFull ? [RoutingReason.Capped] : Array.Empty<RoutingReason>()),
        ];
    }
}
