using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>What caches were asked for and whether they had it.</summary>
public static class CacheFigures
{
    private static readonly Counter<long> Requests = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.cache.requests", unit: "{request}", description: "Questions to a cache, by what it had.");

    private static readonly ConcurrentDictionary<string, CacheCounts> Counted = new(StringComparer.Ordinal);

    /// <summary>Of this process, since it started; by cache.</summary>
    public static IReadOnlyList<KeyValuePair<string, CacheCounts>> Counts => [.. Counted.OrderBy(one => one.Key, StringComparer.Ordinal)];

    public static void Hit(string cache)
    {
        Of(cache).NoteHit();
        Note(cache, "hit");
    }

    public static void Miss(string cache)
    {
        Of(cache).NoteMiss();
        Note(cache, "miss");
    }

    /// <summary>Something out of date was served, because nothing fresh could be had.</summary>
    public static void Stale(string cache)
    {
        Of(cache).NoteStale();
        Note(cache, "stale");
    }

    private static CacheCounts Of(string cache) => Counted.GetOrAdd(cache, static _ => new CacheCounts());

    private static void Note(string cache, string result)
    {
        if (Requests.Enabled) Requests.Add(1, new KeyValuePair<string, object?>("cache", cache), new KeyValuePair<string, object?>("result", result));
    }
}
