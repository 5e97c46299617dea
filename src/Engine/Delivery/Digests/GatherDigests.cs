using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Digests;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Routing;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Digests;

/// <summary>
/// Gathers messages of topics that people get as a digest. The digest is a message like all others, due when its window ends: it
/// is routed, held, capped and retried as they are, and exactly one comes of each window.
/// </summary>
public sealed class GatherDigests(
    IDigests digests, KnownCampaigns campaigns, TopicDigests topics, DeliveryPolicy policy, DeliveryOptions options, TimeProvider time)
{
    /// <summary>So many are told one by one; a template says of the rest only how many they are.</summary>
    public const int MostMessages = 100;

    /// <summary>Why a message is not sent by itself. Its detail names the digest.</summary>
    public const string InDigest = "in_digest";

    /// <returns>What became of the message; null for one that goes by itself.</returns>
    public async Task<MessageOutcome?> JoinAsync(DueMessage due, Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (topics.IsEmpty || topics.Find(message.Topic) is not { } digest) return null;
        // What a provider may have already is not told a second time.
        if (due.Message.Source == DeliverySources.Digest || message.IsCritical || due.Attempts > 0 || due.Channel is not null) return null;
        var zone = RecipientZones.Of(recipient, message.CampaignZone, policy.WorkspaceZone);
        var person = due.Message.PersonId;
        var now = time.GetUtcNow();
        var id = await digests.JoinAsync(
            new DigestQuestion(due, digest.Topic, now, (at, newest) => digest.Rule.WindowOf(person, digest.Topic, at, newest, zone), window => Plan(window, digest, now)),
            cancellationToken);
        return id is null ? null : new MessageOutcome(due, MessageStatus.Suppressed, InDigest, now) { Detail = id };
    }

    /// <summary>What the template of a digest calls <c>data</c>: <c>messages</c>, the oldest first, and <c>count</c>.</summary>
    public async Task<AttributeMap> DataOfAsync(PlannedMessage digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var gathered = await digests.OfAsync(digest.MessageId, int.MaxValue, cancellationToken);
        var told = new List<AttributeValue>();
        foreach (var one in gathered.Take(MostMessages)) told.Add(await TellAsync(one, digest.PersonId, cancellationToken));
        return new AttributeMap([KeyValuePair.Create("messages", (AttributeValue)told.ToArray()), KeyValuePair.Create("count", (AttributeValue)gathered.Count)]);
    }

    /// <summary>What its campaign says of it, and what it is.</summary>
    private async Task<AttributeValue> TellAsync(GatheredMessage one, string personId, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.OfAsync(
            new PlannedMessage(one.MessageId, one.Source, one.SourceId, one.Occurrence, 0, personId, one.Template, one.CreatedAt), cancellationToken);
        return new AttributeMap(
        [
            KeyValuePair.Create("message_id", (AttributeValue)one.MessageId),
            KeyValuePair.Create("template", (AttributeValue)one.Template),
            KeyValuePair.Create("source", (AttributeValue)one.Source),
            KeyValuePair.Create("priority", (AttributeValue)one.Priority),
            KeyValuePair.Create("created_at", (AttributeValue)one.CreatedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
            KeyValuePair.Create("data", (AttributeValue)MessageTerms.DataOf(campaign)),
        ]);
    }

    private PlannedMessage Plan(DigestWindow window, TopicDigest digest, DateTimeOffset now) => new(
        MessageIds.Of(DeliverySources.Digest, 0, window.Number, window.Id), DeliverySources.Digest, 0, window.Number, 0, window.PersonId, digest.Template, now)
    {
        Topic = digest.Topic,
        DueAt = window.End,
        ExpiresAt = window.End + options.TimeToLive,
    };
}
