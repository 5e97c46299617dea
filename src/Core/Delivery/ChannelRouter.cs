using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>
/// Decides by which channel a message reaches a person, when, and if at all. It keeps nothing, so that what was held is asked
/// again with what holds then; the same question has the same answer.
/// </summary>
public static class ChannelRouter
{
    /// <param name="history">
    /// What was sent to the person or is reserved, in any order, at least as far back as the longest cap counts. The message's own
    /// reservation must not be among it, or it is taken for sent.
    /// </param>
    /// <param name="now">Instant of the decision.</param>
    public static RoutingDecision Route(
        Message message, Recipient recipient, IReadOnlyList<PastSend> history, DeliveryPolicy policy, DateTimeOffset now)
    {
        var zone = RecipientZones.Of(recipient, message.CampaignZone, policy.WorkspaceZone);
        if (IsAmong(history, message.Key)) return Suppress(RoutingReason.AlreadySent, zone, []);
        if (message.ExpiresAt <= now) return Suppress(RoutingReason.Expired, zone, []);
        if (message.Channels.Count == 0) return Suppress(RoutingReason.NoChannel, zone, []);

        var ranking = ChannelRanking.Of(message, recipient, policy);
        var check = new ChannelCheck(message, recipient, history, policy, zone, now);
        var steps = new RoutingStep[ranking.Length];
        (RoutingStep Step, IReadOnlyList<string> Addresses)? earliest = null;
        RoutingStep? last = null;
        for (var index = 0; index < ranking.Length; index++)
        {
            if (last is not null)
            {
                var (channel, place, rate) = ranking[index];
                steps[index] = new RoutingStep(channel, RoutingReason.NotNeeded) { Place = place, ExpectedResponse = rate };
                continue;
            }

            var step = steps[index] = check.Ask(ranking[index], out var addresses);
            if (step.Reason == RoutingReason.Allowed) (last, earliest) = (step, (step, addresses));
            else if (step.Until is { } until && !(earliest?.Step.Until <= until)) earliest = (step, addresses);
            if (Ends(step, message.QuietPolicy)) last = step;
        }

        if (earliest is { } found) return Go(found.Step, found.Addresses, steps, zone);
        var decisive = last ?? Furthest(steps);
        return Suppress(decisive.Reason, zone, steps) with { Cap = decisive.Cap, UsedBy = decisive.UsedBy };
    }

    /// <summary>Quiet hours end the search unless the message asks to switch.</summary>
    private static bool Ends(RoutingStep step, QuietPolicy policy) => policy != QuietPolicy.SwitchChannel
        && (step.Reason is RoutingReason.QuietHours or RoutingReason.AlwaysQuiet || (step is { Reason: RoutingReason.Expired, Cap: null }));

    private static RoutingDecision Go(RoutingStep step, IReadOnlyList<string> addresses, RoutingStep[] steps, RecipientZone zone)
    {
        var isSwitch = steps[0].Channel != step.Channel;
        return new RoutingDecision(step.Until is null ? RoutingAction.Send : RoutingAction.HoldUntil, step.Reason)
        {
            Channel = step.Channel,
            Address = step.Until is null ? step.Address : null,
            Addresses = step.Until is null ? addresses : [],
            Until = step.Until,
            SwitchedFrom = isSwitch ? steps[0].Channel : null,
            SwitchReason = isSwitch ? steps[0].Reason : null,
            Steps = steps,
            Zone = zone,
            Cap = step.Cap,
            UsedBy = step.UsedBy,
        };
    }

    private static RoutingDecision Suppress(RoutingReason reason, RecipientZone zone, IReadOnlyList<RoutingStep> steps) =>
        new(RoutingAction.Suppress, reason) { Zone = zone, Steps = steps };

    private static RoutingStep Furthest(RoutingStep[] steps)
    {
        var furthest = steps[0];
        foreach (var step in steps)
            if (step.Reason > furthest.Reason) furthest = step;
        return furthest;
    }

    private static bool IsAmong(IReadOnlyList<PastSend> history, string key)
    {
        for (var index = 0; index < history.Count; index++)
            if (history[index].Key == key) return true;
        return false;
    }
}
