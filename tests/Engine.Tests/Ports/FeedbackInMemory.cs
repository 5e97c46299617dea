using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class FeedbackInMemory : IFeedbackStore
{
    private readonly HashSet<string> _eventIds = new(StringComparer.Ordinal);

    public Disturbance Disturbance { get; } = new();

    public List<FeedbackRecord> Records { get; } = [];

    public List<RefusedEvent> Refused { get; } = [];

    public List<FeedbackCount> Counts { get; } = [];

    public DateTimeOffset? CountedFrom { get; private set; }

    public async Task<SavedFeedback> SaveAsync(
        IReadOnlyList<FeedbackRecord> feedback, IReadOnlyList<RefusedEvent> refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        var duplicates = new HashSet<int>();
        for (var i = 0; i < feedback.Count; i++)
        {
            if (_eventIds.Add(feedback[i].EventId)) Records.Add(feedback[i]);
            else duplicates.Add(i);
        }

        Refused.AddRange(refused);
        return new SavedFeedback(duplicates, new HashSet<int>());
    }

    public List<ShownItem> ItemCounts { get; } = [];

    public async Task<IReadOnlyList<ShownItem>> CountItemsAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        return ItemCounts;
    }

    public List<DailyFeedback> Days { get; } = [];

    public async Task<IReadOnlyList<DailyFeedback>> CountByDayAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        return Days;
    }

    public List<ComparedCount> Compared { get; } = [];

    public Task<IReadOnlyList<ComparedCount>> CountComparedAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        CountedFrom = from;
        return Task.FromResult<IReadOnlyList<ComparedCount>>(Compared);
    }

    public List<ExploredImpression> Explored { get; } = [];

    public Task<IReadOnlyList<ExploredImpression>> ReadExploredAsync(DateTimeOffset from, int most, CancellationToken cancellationToken)
    {
        CountedFrom = from;
        return Task.FromResult<IReadOnlyList<ExploredImpression>>([.. Explored.Take(most)]);
    }

    public Task<IReadOnlyList<FeedbackCount>> CountAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        CountedFrom = from;
        return Task.FromResult<IReadOnlyList<FeedbackCount>>(Counts);
    }
}
