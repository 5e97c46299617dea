using System.Diagnostics.Metrics;
using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>Events that came in, and how old the newest of a batch was by then.</summary>
internal static class IngestionFigures
{
    private static readonly Counter<long> Events = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.ingest.events", unit: "{event}", description: "Events taken in, by source and what became of them.");

    private static readonly Gauge<double> Lag = EngineMetrics.Meter.CreateGauge<double>(
        "personalization.ingest.lag", unit: "s", description: "Age of the newest event of the last batch when it was taken over.");

    /// <param name="newest">When the newest event of the batch happened; null where there is none.</param>
    public static void Note(EventSource source, IngestionSummary summary, DateTimeOffset? newest, DateTimeOffset now)
    {
        var tag = new KeyValuePair<string, object?>("source", source.Name());
        if (newest is { } at) Lag.Record(Math.Max(0, (now - at).TotalSeconds), tag);
        if (!Events.Enabled) return;
        Add(tag, "accepted", summary.Accepted);
        Add(tag, "duplicate", summary.Duplicates);
        Add(tag, "refused", summary.Refused);
        Add(tag, "ignored", summary.Ignored);
    }

    private static void Add(KeyValuePair<string, object?> source, string result, int count)
    {
        if (count > 0) Events.Add(count, source, new KeyValuePair<string, object?>("result", result));
    }
}
