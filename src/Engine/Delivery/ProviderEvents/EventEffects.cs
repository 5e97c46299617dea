using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Cdp;

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>What events of one batch come to, gathered so that it is written at once.</summary>
internal sealed class EventEffects
{
    private const string Provider = "provider";

    public List<MessageNews> News { get; } = [];

    public List<Suppression> Suppressed { get; } = [];

    public List<ChannelAddress> Lifted { get; } = [];

    /// <summary>For the ingestion, as if the CDP had told them. Their ids are the same whenever they are told again.</summary>
    public List<IncomingEvent> Told { get; } = [];

    /// <summary>People who left by a provider's own link, with the message they got.</summary>
    public List<KnownMessage> Left { get; } = [];

    /// <param name="one">With all that was found out about it.</param>
    /// <returns>Why nothing comes of it; null when something does.</returns>
    public string? Add(FoundEvent one)
    {
        var (told, message, address, people) = one;
        switch (one.Type)
        {
            case DeliveryEventType.Delivered when message is not null:
                News.Add(new MessageNews(message.MessageId) { DeliveredAt = told.At });
                return null;
            case DeliveryEventType.Failed when message is not null:
                News.Add(new MessageNews(message.MessageId) { Detail = told.Detail ?? "failed" });
                return null;
            case DeliveryEventType.Opened when message is not null:
                News.Add(new MessageNews(message.MessageId) { DeliveredAt = told.At, OpenedAt = told.At });
                Deed(one, ActivityTypes.EmailOpened);
                return null;
            case DeliveryEventType.Clicked when message is not null:
                News.Add(new MessageNews(message.MessageId) { DeliveredAt = told.At, ClickedAt = told.At });
                Deed(one, ActivityTypes.EmailClicked);
                return null;
            case DeliveryEventType.Bounced when message is not null || address is not null:
                if (message is not null) News.Add(new MessageNews(message.MessageId) { BouncedAt = told.At, Detail = told.Detail });
                Suppress(one, told.IsSoft ? SuppressionReasons.SoftBounce : SuppressionReasons.Bounce);
                return null;
            case DeliveryEventType.Complained when message is not null || address is not null:
                if (message is not null) News.Add(new MessageNews(message.MessageId) { DeliveredAt = told.At, ComplainedAt = told.At });
                Suppress(one, SuppressionReasons.Complaint);
                return null;
            case DeliveryEventType.Stopped when address is not null || people.Count > 0:
                Suppress(one, SuppressionReasons.Stop);
                Consent(one, isGranted: false);
                return null;
            case DeliveryEventType.Unsubscribed when message is not null:
                Left.Add(message with { Channel = one.Channel });
                return null;
            case DeliveryEventType.Unsubscribed when address is not null:
                if (people.Count == 0) Suppress(one, SuppressionReasons.Unsubscribe);
                else Consent(one, isGranted: false);
                return null;
            case DeliveryEventType.Reply:
                return Reply(one);
            default:
                return "no message has this id";
        }
    }

    private string? Reply(FoundEvent one)
    {
        if (ReplyWords.AreLeaving(one.Told.Text)) return Add(one with { Told = one.Told with { Type = DeliveryEventType.Stopped } });
        if (!ReplyWords.AreReturning(one.Told.Text) || one.Address is not { } address) return "the reply is no word that means leaving or coming back";
        Lifted.Add(address);
        Consent(one, isGranted: true);
        return null;
    }

    private void Suppress(FoundEvent one, string reason)
    {
        if (one.Address is { } address)
            Suppressed.Add(new Suppression(address, reason, one.Told.Detail, one.People.Count > 0 ? one.People[0] : null, Provider, one.Told.At));
    }

    private void Consent(FoundEvent one, bool isGranted)
    {
        if (!Channels.Addressed.Contains(one.Channel)) return;
        foreach (var (place, person) in one.People.Index())
            Told.Add(new ConsentUpdated(
                $"delivery:{one.Told.EventId}:{place}", one.Told.At, person, new Dictionary<string, bool>(StringComparer.Ordinal) { [one.Channel!] = isGranted }));
    }

    private void Deed(FoundEvent one, string type)
    {
        if (one.Channel == "email") Told.Add(EmailActivity.Of(type, one.Told.At, one.Message!.PersonId, one.Message.MessageId, one.Told.Url));
    }
}
