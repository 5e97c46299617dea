using System.Globalization;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>
/// Somebody wants no more of what they got. When the message was about a topic that can be switched off, that topic is, for the
/// channel it came by; else the consent to the channel is withdrawn.
/// </summary>
public sealed class LeaveMessages(Topics topics, IPeople people, ITopicChoices choices, IngestEvents ingest, TimeProvider time)
{
    /// <returns>The topic that was left; null when it was the channel.</returns>
    public async Task<Topic?> RunAsync(PersonLink link, CancellationToken cancellationToken)
    {
        if (topics.Find(link.Topic) is not { IsCritical: false } topic)
        {
            await SaveConsentAsync(link.PersonId, new Dictionary<string, bool>(StringComparer.Ordinal) { [link.Channel] = false }, cancellationToken);
            return null;
        }

        var person = (await people.FindAsync(link.PersonId, cancellationToken))?.Person.PersonId ?? link.PersonId;
        await choices.SaveAsync(person, [new TopicChoice(topic.Key, link.Channel, false)], time.GetUtcNow(), cancellationToken);
        return topic;
    }

    /// <summary>What somebody says of channels is consent, as when the CDP tells of it: the last word counts, and everybody hears of it.</summary>
    public Task SaveConsentAsync(string personId, IReadOnlyDictionary<string, bool> grants, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var said = grants.Where(grant => Purposes.IsKnown(grant.Key)).ToDictionary(StringComparer.Ordinal);
        if (said.Count == 0) return Task.CompletedTask;
        var id = string.Create(CultureInfo.InvariantCulture, $"preferences:{Guid.CreateVersion7(now)}");
        return ingest.TakeAsync(EventSource.Cdp, [new ConsentUpdated(id, now, personId, said)], cancellationToken);
    }
}
