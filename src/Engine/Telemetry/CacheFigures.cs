using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>What caches were asked for and whether they had it.</summary>
public static class CacheFigures
{
    private static readonly Counter<long> Requests = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.cache.requests", unit: "{request}", description: "Questions to a cache, by what it had.");

    public static void Hit(string cache) => Note(cache, "hit");

    public static void Miss(string cache) => Note(cache, "miss");

    /// <summary>Something out of date was served, because nothing fresh could be had.</summary>
    public static void Stale(string cache) => Note(cache, "stale");

    private static void Note(string cache, string result)
    {
        if (Requests.Enabled) Requests.Add(1, new KeyValuePair<string, object?>("cache", cache), new KeyValuePair<string, object?>("result", result));
    }
}
