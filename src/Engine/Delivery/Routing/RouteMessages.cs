using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.Recipients;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Routing;

/// <summary>Decides about messages that are due and reserves a send for those that go.</summary>
public sealed class RouteMessages(
    IDeliveries deliveries, ReadRecipients recipients, IMessageTemplates templates, KnownCampaigns campaigns, IMessageSender sender,
    Topics topics, GatherDigests digests, DeliveryPolicy policy, TimeProvider time)
{
    public async Task<RoutedMessages> RunAsync(IReadOnlyList<DueMessage> due, CancellationToken cancellationToken)
    {
        var known = await recipients.OfAsync([.. due.Select(one => one.Message.PersonId).Distinct()], cancellationToken);
        var asked = new List<DueMessage>();
        var refused = new List<MessageOutcome>();
        var prepared = new Dictionary<long, (Message Message, KnownRecipient Recipient, IMessageTemplate Template, AttributeMap Data)>();
        foreach (var one in due)
        {
            var template = await templates.FindAsync(one.Message.Template, cancellationToken);
            if (template is null)
            {
                refused.Add(Refused(one, MessageStatus.Failed, "template_missing"));
            }
            else if (!known.TryGetValue(one.Message.PersonId, out var recipient))
            {
                refused.Add(Refused(one, MessageStatus.Suppressed, "person_gone"));
            }
            else
            {
                var campaign = await campaigns.OfAsync(one.Message, cancellationToken);
                var message = Terms(one, template, campaign);
                if (await digests.JoinAsync(one, message, recipient.Recipient, cancellationToken) is { } joined)
                {
                    refused.Add(joined);
                    continue;
                }

                var data = one.Message.Source == DeliverySources.Digest ? await digests.DataOfAsync(one.Message, cancellationToken) : MessageTerms.DataOf(campaign);
                prepared[one.Id] = (message, recipient, template, data);
                asked.Add(one);
            }
        }

        var now = time.GetUtcNow();
        var reserved = await deliveries.ReserveAsync(
            asked, now, now - CapHistory.LongestOf(policy),
            history => Decide(asked, one => prepared[one.Id].Message, one => prepared[one.Id].Recipient.Recipient, history, now), cancellationToken);
        return new RoutedMessages(
            [.. reserved.Select(one => new RoutedMessage(one, prepared[one.Due.Id].Recipient, prepared[one.Due.Id].Template, prepared[one.Due.Id].Data))], refused);
    }

    /// <summary>On what terms a message goes. A channel without a provider is as good as none; the website needs none.</summary>
    /// <param name="campaign">Null for what no campaign sends.</param>
    public Message Terms(DueMessage due, IMessageTemplate template, Campaign? campaign)
    {
        var message = MessageTerms.Of(due, template, campaign, topics);
        return message with { Channels = [.. message.Channels.Where(channel => channel == Channels.Website || sender.CanSend(channel))] };
    }

    /// <summary>One after the other, each with what was decided before it, so that two messages to one person never share a send.</summary>
    private List<ReservedSend> Decide(
        List<DueMessage> due, Func<DueMessage, Message> messageOf, Func<DueMessage, Recipient> recipientOf,
        IReadOnlyDictionary<string, List<PastSend>> stored, DateTimeOffset now)
    {
        var decided = new List<ReservedSend>(due.Count);
        var added = new Dictionary<string, List<PastSend>>(StringComparer.Ordinal);
        // The most important first, for the last free send.
        foreach (var one in due.OrderByDescending(one => one.Message.Priority).ThenBy(one => one.Id))
        {
            var (message, recipient, person) = (messageOf(one), recipientOf(one), one.Message.PersonId);
            List<PastSend> history = [.. stored.GetValueOrDefault(person) ?? [], .. added.GetValueOrDefault(person) ?? []];
            var decision = ChannelRouter.Route(message, recipient, history, policy, now);
            if (decision is { Action: RoutingAction.Send, Channel: { } channel })
            {
                if (!added.TryGetValue(person, out var more)) added[person] = more = [];
                more.Add(new PastSend(now, channel, message.Topic, message.Priority, message.Key, message.CountsTowardCaps));
            }

            decided.Add(new ReservedSend(one, message, recipient, decision));
        }

        return decided;
    }

    private MessageOutcome Refused(DueMessage due, string status, string reason) => new(due, status, reason, time.GetUtcNow());
}
