using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What was shown, clicked and reached, by decision.</summary>
public interface IFeedbackStore
{
    /// <summary>Stores a batch and the refused events in one transaction; durable when the task completes.</summary>
    Task<SavedFeedback> SaveAsync(
        IReadOnlyList<FeedbackRecord> feedback, IReadOnlyList<RefusedEvent> refused, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Impressions and how many of them were clicked, by slot, source and the variants served, from an instant on.</summary>
    Task<IReadOnlyList<FeedbackCount>> CountAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>The same by UTC day, slot and source, in no order.</summary>
    Task<IReadOnlyList<DailyFeedback>> CountByDayAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Impressions of the two lists that are compared and how many of them were clicked, from an instant on; no group twice.</summary>
    Task<IReadOnlyList<ComparedCount>> CountComparedAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Impressions of exploration places from an instant on, the latest first.</summary>
    /// <param name="most">No more than so many.</param>
    Task<IReadOnlyList<ExploredImpression>> ReadExploredAsync(DateTimeOffset from, int most, CancellationToken cancellationToken);

    /// <summary>Impressions and clicks of each recommended item, from an instant on.</summary>
    Task<IReadOnlyList<ShownItem>> CountItemsAsync(DateTimeOffset from, CancellationToken cancellationToken);
}
