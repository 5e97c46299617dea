using System.Diagnostics.Metrics;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>
/// Takes what providers tell of messages. Each effect is the same when it is done again, and an event counts as taken only once all
/// of them are done: whoever sends an event again after a crash loses nothing and doubles nothing.
/// </summary>
public sealed class TakeDeliveryEvents(IProviderEvents store, IPersonRecords people, IngestEvents ingest, LeaveMessages leave, TimeProvider time)
{
    private static readonly Counter<long> Taken = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.delivery.events", unit: "{event}", description: "What providers told of messages, by type and channel.");

    /// <param name="webhookId">As with other events; null when the request has none.</param>
    public async Task<IngestionSummary> RunAsync(EventBatch batch, string? webhookId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sorted = BatchSorting<DeliveryEvent>.Of(
            EventSource.Delivery, batch, index => new Receipt(webhookId is null ? Guid.CreateVersion7(now).ToString() : $"{webhookId}#{index}", now),
            webhookId is not null, DeliveryEventReader.Read);
        IReadOnlyList<DeliveryEvent> events = [.. sorted.Taken.Select(taken => taken.Event)];
        var duplicates = await DuplicatesAsync(events, cancellationToken);
        var ignored = new Dictionary<int, string>();
        var effects = new EventEffects();
        var found = await FindAsync(events, cancellationToken);
        foreach (var (place, one) in found.Index())
        {
            if (duplicates.Contains(place)) continue;
            if (effects.Add(one) is { } reason) ignored[place] = reason;
            else Taken.Add(1, new KeyValuePair<string, object?>("type", one.Type.Name()), new KeyValuePair<string, object?>("channel", one.Channel ?? ""));
        }

        await WriteAsync(effects, cancellationToken);
        string[] ids = [.. events.Where((_, place) => !duplicates.Contains(place)).Select(one => one.EventId)];
        await store.SaveAsync(ids, effects.News, effects.Suppressed, effects.Lifted, now, cancellationToken);
        return sorted.Summarize(duplicates, ignored, one => one.EventId);
    }

    private async Task WriteAsync(EventEffects effects, CancellationToken cancellationToken)
    {
        if (effects.Told.Count > 0) await ingest.TakeAsync(EventSource.Cdp, effects.Told, cancellationToken);
        foreach (var left in effects.Left)
            await leave.RunAsync(new PersonLink(left.PersonId, left.Channel ?? "email", left.Topic, left.MessageId), cancellationToken);
    }

    /// <summary>Places of events that were taken before, or stand in the batch before.</summary>
    private async Task<HashSet<int>> DuplicatesAsync(IReadOnlyList<DeliveryEvent> events, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(await store.TakenAsync([.. events.Select(one => one.EventId)], cancellationToken), StringComparer.Ordinal);
        return [.. events.Index().Where(one => !seen.Add(one.Item.EventId)).Select(one => one.Index)];
    }

    private async Task<IReadOnlyList<FoundEvent>> FindAsync(IReadOnlyList<DeliveryEvent> events, CancellationToken cancellationToken)
    {
        var messages = await store.MessagesAsync(
            [.. events.Select(one => one.MessageId).OfType<string>().Distinct()], [.. events.Where(one => one.MessageId is null).Select(one => one.ProviderMessageId).OfType<string>().Distinct()],
            cancellationToken);
        var byId = messages.ToLookup(message => message.MessageId, StringComparer.Ordinal);
        var byProvider = messages.Where(message => message.ProviderMessageId is not null).ToLookup(message => message.ProviderMessageId!, StringComparer.Ordinal);
        var contacts = await people.FindAsync([.. messages.Select(message => message.PersonId).Distinct()], cancellationToken);
        var found = new List<FoundEvent>();
        foreach (var one in events)
        {
            var message = (one.MessageId is { } id ? byId[id] : one.ProviderMessageId is { } name ? byProvider[name] : []).FirstOrDefault();
            var contact = message is not null && contacts.TryGetValue(message.PersonId, out var person) ? person.Person.Contact : null;
            var address = one.Address ?? AddressOf(one.Channel ?? message?.Channel, contact);
            found.Add(new FoundEvent(one, message, address, await PeopleAsync(one, message, address, cancellationToken)));
        }

        return found;
    }

    /// <summary>Asked by address only of what is about a person and names no message.</summary>
    private async Task<IReadOnlyList<string>> PeopleAsync(DeliveryEvent one, KnownMessage? message, ChannelAddress? address, CancellationToken cancellationToken)
    {
        if (message is not null) return [message.PersonId];
        var isWord = one.Type is DeliveryEventType.Stopped or DeliveryEventType.Unsubscribed or DeliveryEventType.Reply;
        return isWord && address is { } at ? await store.PeopleAtAsync(at, cancellationToken) : [];
    }

    private static ChannelAddress? AddressOf(string? channel, ContactDetails? contact) => channel switch
    {
        "email" => ChannelAddress.Of(channel, contact?.Email),
        "sms" => ChannelAddress.Of(channel, contact?.Phone),
        _ => null,
    };
}
