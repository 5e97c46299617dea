using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Takes impressions, clicks and conversions from frontends. When it returns, what was accepted is durable.</summary>
public sealed class RecordFeedback(IFeedbackStore store, FeedbackEventReader reader, NewsOfFeedback news, TimeProvider time)
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
        var (duplicates, ignored) = await store.SaveAsync(
            [.. sorted.Taken.Select(taken => taken.Event)],
            keepsRefused ? [.. sorted.Refused.Select(refused => refused.Event)] : [],
            time.GetUtcNow(),
            cancellationToken);

        news.Spread(sorted.Taken.Select(taken => taken.Event).Where((_, place) => !duplicates.Contains(place) && !ignored.Contains(place)));
        return sorted.Summarize(duplicates, ignored, feedback => feedback.EventId);
    }
}
