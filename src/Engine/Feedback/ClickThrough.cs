using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>How often what was shown was clicked.</summary>
/// <param name="Experiment">Null for all people together; otherwise the counts are of one variant's people.</param>
/// <param name="Clicks">Impressions that were clicked.</param>
/// <param name="Rate">Clicks per impression; null without impressions.</param>
/// <param name="Interval">Of the rate, at 95 %.</param>
public sealed record ClickThrough(
    string Slot, string Source, string? Experiment, string? Variant, long Impressions, long Clicks, double? Rate, WilsonInterval Interval)
{
    public static ClickThrough Of(string slot, string source, string? experiment, string? variant, IEnumerable<FeedbackCount> counts)
    {
        long impressions = 0, clicks = 0;
        foreach (var count in counts)
        {
            impressions += count.Impressions;
            clicks += count.Clicks;
        }

        return new ClickThrough(
            slot, source, experiment, variant, impressions, clicks,
            impressions == 0 ? null : (double)clicks / impressions, WilsonInterval.Of(clicks, impressions));
    }
}
