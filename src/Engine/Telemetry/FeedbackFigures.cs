using System.Diagnostics.Metrics;
using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>What was shown and clicked; the click-through rate is clicks by impressions.</summary>
internal static class FeedbackFigures
{
    private static readonly Counter<long> Impressions = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.feedback.impressions", unit: "{event}", description: "Impressions reported, each counted once.");

    private static readonly Counter<long> Clicks = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.feedback.clicks", unit: "{event}", description: "Clicks reported, each counted once.");

    public static void Note(IReadOnlyCollection<FeedbackRecord> stored)
    {
        var impressions = stored.Count(record => record.Kind == FeedbackKind.Impression);
        var clicks = stored.Count(record => record.Kind == FeedbackKind.Click);
        if (impressions > 0) Impressions.Add(impressions);
        if (clicks > 0) Clicks.Add(clicks);
    }
}
