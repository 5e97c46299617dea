using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Takes impressions, clicks and conversions from frontends. When it returns, what was accepted is durable.</summary>
public sealed class RecordFeedback(IFeedbackStore store, IConsents consents, FeedbackEventReader reader, NewsOfFeedback news, TimeProvider time)
{
    public Task<IngestionSummary> RunAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return RunAsync(batch, idsAreStable: false, _ => new Receipt(Guid.CreateVersion7(now).ToString(), now), cancellationToken);
    }

    internal async Task<IngestionSummary> RunAsync(
        EventBatch batch, bool idsAreStable, Func<int, Receipt> receipt, CancellationToken cancellationToken)
    {
        var sorted = BatchSorting<FeedbackRecord>.Of(EventSource.Frontend, batch, receipt, idsAreStable, reader.Read);
        var ignored = await IgnoredAsync(sorted, cancellationToken);
        var kept = sorted with { Taken = [.. sorted.Taken.Where((_, place) => !ignored.Contains(place))] };
        var duplicates = await store.SaveAsync(
            [.. kept.Taken.Select(taken => taken.Event)],
            [.. kept.Refused.Select(refused => refused.Event)],
            time.GetUtcNow(),
            cancellationToken);

        news.Spread(kept.Taken.Select(taken => taken.Event).Where((_, place) => !duplicates.Contains(place)));
        if (ignored.Count == 0) return sorted.Summarize(duplicates, WhyIgnored.None, feedback => feedback.EventId);
        var again = kept.Taken.Where((_, place) => duplicates.Contains(place)).Select(taken => taken.Index).ToHashSet();
        return sorted.Summarize(
            Enumerable.Range(0, sorted.Taken.Count).Where(place => again.Contains(sorted.Taken[place].Index)).ToHashSet(),
            ignored.ToDictionary(place => place, _ => WhyIgnored.NoConsent),
            feedback => feedback.EventId);
    }

    /// <summary>What people did who do not want to be counted. A list for nobody in particular is nobody's to refuse.</summary>
    private async Task<IReadOnlySet<int>> IgnoredAsync(BatchSorting<FeedbackRecord> sorted, CancellationToken cancellationToken)
    {
        var permissions = await consents.ReadAsync(
            [.. sorted.Taken.Select(taken => taken.Event.PersonId).Where(person => person.Length > 0).Distinct(StringComparer.Ordinal)], cancellationToken);
        return Enumerable.Range(0, sorted.Taken.Count)
            .Where(place => permissions.TryGetValue(sorted.Taken[place].Event.PersonId, out var allowed) && !allowed.Allow(Permissions.Analytics))
            .ToHashSet();
    }
}
