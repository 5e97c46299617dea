using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Engine.Delivery.Routing;

/// <summary>On what terms a message goes: those of its campaign, or plain ones.</summary>
internal static class MessageTerms
{
    /// <param name="campaign">Null for what no campaign sends.</param>
    public static Message Of(DueMessage due, IMessageTemplate template, Campaign? campaign, Topics topics)
    {
        var planned = due.Message;
        return new Message(planned.MessageId, Channels(due, template, campaign), planned.CreatedAt)
        {
            Topic = planned.Topic ?? template.Topic,
            Priority = planned.Priority,
            IsCritical = campaign?.IsCritical == true || topics.IsCritical(planned.Topic ?? template.Topic),
            ExpiresAt = planned.ExpiresAt,
            QuietPolicy = campaign?.QuietPolicy ?? QuietPolicy.Hold,
            CapPolicy = campaign?.CapPolicy ?? CapPolicy.Drop,
            CountsTowardCaps = campaign?.CountsTowardCaps ?? true,
            ChannelOrder = campaign is { Channels.Count: > 0 } ? ChannelOrder.Listed : ChannelOrder.Personal,
            CampaignZone = campaign?.Zone,
        };
    }

    public static AttributeMap DataOf(Campaign? campaign) => campaign?.Data ?? AttributeMap.Empty;

    /// <summary>A provider that was asked before may have it after all: then no other channel is tried.</summary>
    private static IReadOnlyList<string> Channels(DueMessage due, IMessageTemplate template, Campaign? campaign)
    {
        if ((due.Channel ?? due.Message.AskedChannel) is { } only) return template.Channels.Contains(only) ? [only] : [];
        return campaign is { Channels.Count: > 0 } ? [.. campaign.Channels.Intersect(template.Channels)] : template.Channels;
    }
}
