using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Takes impressions, clicks and conversions from frontends. When it returns, what was accepted is durable.</summary>
public sealed class RecordFeedback(IFeedbackStore store, IConsents consents, FeedbackEventReader reader, NewsOfFeedback news, TimeProvider time)
{
    public Task<IngestionSummary> RunAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return RunAsync(batch, idsAreStable: false, _ => new Receipt(Guid.CreateVersion7(now).ToString(), now), cancellationToken);
    }

    /// <summary>From somebody who proved only who they are: what is refused is not kept, because anybody could fill the store with it.</summary>
    internal Task<IngestionSummary> RunAsync(
        EventBatch batch, Func<JsonElement, Receipt, Parsed<FeedbackRecord>> read, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return SaveAsync(
            BatchSorting<FeedbackRecord>.Of(
                EventSource.Frontend, batch, _ => new Receipt(Guid.CreateVersion7(now).ToString(), now), idsAreStable: false, read),
            keepsRefused: false,
            cancellationToken);
    }

    internal Task<IngestionSummary> RunAsync(
        EventBatch batch, bool idsAreStable, Func<int, Receipt> receipt, CancellationToken cancellationToken) => SaveAsync(
        BatchSorting<FeedbackRecord>.Of(EventSource.Frontend, batch, receipt, idsAreStable, reader.Read), keepsRefused: true, cancellationToken);

    private async Task<IngestionSummary> SaveAsync(BatchSorting<FeedbackRecord> sorted, bool keepsRefused, CancellationToken cancellationToken)
    {
        var refusing = await RefusingAsync(sorted, cancellationToken);
        var kept = Enumerable.Range(0, sorted.Taken.Count).Where(place => !refusing.Contains(place)).ToList();
        var (duplicates, erased) = await store.SaveAsync(
            [.. kept.Select(place => sorted.Taken[place].Event)],
            keepsRefused ? [.. sorted.Refused.Select(refused => refused.Event)] : [],
            time.GetUtcNow(),
            cancellationToken);

        var stored = kept.Where((_, saved) => !duplicates.Contains(saved) && !erased.Contains(saved)).Select(place => sorted.Taken[place].Event).ToList();
        news.Spread(stored);
        FeedbackFigures.Note(stored);
        var ignored = refusing.ToDictionary(place => place, _ => WhyIgnored.NoConsent);
        foreach (var saved in erased) ignored[kept[saved]] = WhyIgnored.Erased;
        var summary = sorted.Summarize(duplicates.Select(saved => kept[saved]).ToHashSet(), ignored, feedback => feedback.EventId);
        IngestionFigures.Note(EventSource.Frontend, summary, stored.Count == 0 ? null : stored.Max(feedback => feedback.OccurredAt), time.GetUtcNow());
        return summary;
    }

    /// <summary>What people did who do not want to be counted. A list for nobody in particular is nobody's to refuse.</summary>
    private async Task<IReadOnlySet<int>> RefusingAsync(BatchSorting<FeedbackRecord> sorted, CancellationToken cancellationToken)
    {
        var permissions = await consents.ReadAsync(
            [.. sorted.Taken.Select(taken => taken.Event.PersonId).Where(person => person.Length > 0).Distinct(StringComparer.Ordinal)], cancellationToken);
        return Enumerable.Range(0, sorted.Taken.Count)
            .Where(place => permissions.TryGetValue(sorted.Taken[place].Event.PersonId, out var allowed) && !allowed.Allow(Permissions.Analytics))
            .ToHashSet();
    }
}
