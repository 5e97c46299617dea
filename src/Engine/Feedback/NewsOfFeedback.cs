using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>
/// Tells the recommenders, here and in other processes, what was shown and clicked. One impression that is reported under two event
/// ids counts twice until the next start; exploration can bear that.
/// </summary>
public sealed class NewsOfFeedback(MemoryOfThisProcess here, INewsChannel others, TimeProvider time)
{
    public void Spread(IEnumerable<FeedbackRecord> stored)
    {
        var shown = stored
            .Where(record => record is { Slot: FeedbackSlots.Recommendations, ItemId.Length: > 0, Kind: not FeedbackKind.Conversion })
            .GroupBy(record => record.ItemId, StringComparer.Ordinal)
            .Select(item => new ShownItem(
                item.Key, item.Count(record => record.Kind == FeedbackKind.Impression), item.Count(record => record.Kind == FeedbackKind.Click)))
            .ToList();
        if (shown.Count == 0) return;
        var news = new News(time.GetUtcNow()) { Shown = shown };
        here.Take(news);
        others.Publish(news);
    }
}
