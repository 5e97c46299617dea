using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Click-through by slot and source, over everybody and by the variants served.</summary>
public sealed class ReportClickThrough(IFeedbackStore store, TimeProvider time)
{
    /// <summary>The product's target for recommendations.</summary>
    public const double Target = 0.05;

    /// <param name="window">How far back, 1 hour to 400 days.</param>
    public async Task<ClickThroughReport> RunAsync(TimeSpan window, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow();
        var counts = await store.CountAsync(until - window, cancellationToken);
        return new ClickThroughReport(
            until - window,
            until,
            ClickThrough.Of(FeedbackSlots.Recommendations, "all", null, null,
                counts.Where(count => count.Slot == FeedbackSlots.Recommendations)),
            [.. BySlotAndSource(counts), .. ByVariant(counts)]);
    }

    private static IEnumerable<ClickThrough> BySlotAndSource(IReadOnlyList<FeedbackCount> counts) => counts
        .GroupBy(count => (count.Slot, count.Source))
        .OrderBy(group => group.Key.Slot, StringComparer.Ordinal).ThenBy(group => group.Key.Source, StringComparer.Ordinal)
        .Select(group => ClickThrough.Of(group.Key.Slot, group.Key.Source, null, null, group));

    private static IEnumerable<ClickThrough> ByVariant(IReadOnlyList<FeedbackCount> counts) => counts
        .SelectMany(count => ServedVariants.Parse(count.Variants).Select(served => (count, served.Experiment, served.Variant)))
        .GroupBy(row => (row.count.Slot, row.count.Source, row.Experiment, row.Variant))
        .OrderBy(group => group.Key.Slot, StringComparer.Ordinal).ThenBy(group => group.Key.Source, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Experiment, StringComparer.Ordinal).ThenBy(group => group.Key.Variant, StringComparer.Ordinal)
        .Select(group => ClickThrough.Of(
            group.Key.Slot, group.Key.Source, group.Key.Experiment, group.Key.Variant, group.Select(row => row.count)));
}
