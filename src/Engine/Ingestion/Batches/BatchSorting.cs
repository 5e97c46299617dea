using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Ingestion.Batches;

/// <summary>A batch with every event read: those to take, and those to refuse with the reason.</summary>
/// <typeparam name="T">What an event is read into.</typeparam>
/// <param name="Taken">With their place in the batch.</param>
/// <param name="Refused">With their place in the batch and the id they would have had.</param>
internal sealed record BatchSorting<T>(
    IReadOnlyList<(int Index, T Event)> Taken, IReadOnlyList<(EventResult Result, RefusedEvent Event)> Refused)
    where T : class
{
    /// <summary>Why an event is ignored: it is about somebody who was erased.</summary>
    public static BatchSorting<T> Of(
        EventSource source, EventBatch batch, Func<int, Receipt> receipt, bool idsAreStable, Func<JsonElement, Receipt, Parsed<T>> read)
    {
        var taken = new List<(int, T)>();
        var refused = new List<(EventResult, RefusedEvent)>();
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            var entry = batch.Entries[i];
            var given = receipt(i);
            var parsed = entry.Fault is null ? read(entry.Json, given) : null;
            if (parsed is { Succeeded: true })
            {
                taken.Add((i, parsed.Value));
                continue;
            }

            var fault = parsed?.Faults[0] ?? new DocumentFault("", entry.Fault!);
            var ownId = entry.Fault is null ? OwnId(entry.Json) : null;
            var payload = entry.Payload();
            var key = ownId ?? (idsAreStable ? given.DefaultEventId : HashOf(payload));
            refused.Add((
                new EventResult(i, ownId ?? given.DefaultEventId, EventStatus.Refused, fault.Field, fault.Message),
                new RefusedEvent(0, source, key, payload, fault.Field, fault.Message, given.ReceivedAt)));
        }

        return new BatchSorting<T>(taken, refused);
    }

    /// <param name="duplicates">Places among the taken events, not in the batch.</param>
    /// <param name="ignored">The same of those of which nothing is kept, with the reason.</param>
    /// <param name="warning">By the same places, what was not done of what counts; null for none.</param>
    public IngestionSummary Summarize(
        IReadOnlySet<int> duplicates, IReadOnlyDictionary<int, string> ignored, Func<T, string> eventId, Func<int, string?>? warning = null) => new(
    [
        .. Taken.Select((taken, place) => ignored.TryGetValue(place, out var reason)
                ? new EventResult(taken.Index, eventId(taken.Event), EventStatus.Ignored, Reason: reason)
                : new EventResult(taken.Index, eventId(taken.Event), duplicates.Contains(place) ? EventStatus.Duplicate : EventStatus.Accepted)
                {
                    Warning = warning?.Invoke(place),
                })
            .Concat(Refused.Select(refused => refused.Result))
            .OrderBy(result => result.Index),
    ]);

    private static string? OwnId(JsonElement json)
    {
        var reader = new DocumentReader(json);
        return reader.Id("event_id") ?? reader.Id("id");
    }

    private static string HashOf(string payload) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)))}";
}
