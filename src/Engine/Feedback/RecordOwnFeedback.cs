using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>
/// Takes what one person's browser reports. It may report on decisions made for that person only, under whichever of their ids,
/// and on lists that were for nobody in particular; the rest is refused, event by event.
/// </summary>
public sealed class RecordOwnFeedback(RecordFeedback record, FeedbackEventReader reader, PersonSnapshots people, TimeProvider time)
{
    /// <summary>Other ids a batch may name: a browser has seen one login, or few.</summary>
    private const int MostOtherIds = 8;

    /// <param name="userId">Any id of the person.</param>
    public async Task<IngestionSummary> RunAsync(EventBatch batch, string userId, CancellationToken cancellationToken)
    {
        var own = await OwnIdsAsync(Named(batch), userId, cancellationToken);
        return await record.RunAsync(
            batch,
            (json, receipt) => reader.Read(json, receipt) is { Succeeded: true, Value: { PersonId.Length: > 0 } told } && !own.Contains(told.PersonId)
                ? Parsed.Refused<FeedbackRecord>(new DocumentFault("/decision_id", "is of a decision for another person"))
                : reader.Read(json, receipt),
            cancellationToken);
    }

    private HashSet<string> Named(EventBatch batch)
    {
        var receipt = new Receipt("", time.GetUtcNow());
        return batch.Entries
            .Where(entry => entry.Fault is null)
            .Select(entry => reader.Read(entry.Json, receipt).Value?.PersonId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Those that lead to the same person now: since the decision a login may have told who the visitor is.</summary>
    private async Task<HashSet<string>> OwnIdsAsync(HashSet<string> named, string userId, CancellationToken cancellationToken)
    {
        var person = await PersonOfAsync(userId, cancellationToken);
        var own = new HashSet<string>(StringComparer.Ordinal) { userId, person };
        foreach (var id in named.Except(own).Take(MostOtherIds).ToList())
            if (await PersonOfAsync(id, cancellationToken) == person) own.Add(id);
        return own;
    }

    private async Task<string> PersonOfAsync(string id, CancellationToken cancellationToken) =>
        (await people.GetAsync(id, cancellationToken)).Snapshot.State.Profile.PersonId;
}
