namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>How often one cache was asked in this process, and what it had.</summary>
public sealed class CacheCounts
{
    private long _hits, _misses, _stale;

    public long Hits => Interlocked.Read(ref _hits);

    public long Misses => Interlocked.Read(ref _misses);

    public long Stale => Interlocked.Read(ref _stale);

    public long Asked => Hits + Misses + Stale;

    internal void NoteHit() => Interlocked.Increment(ref _hits);

    internal void NoteMiss() => Interlocked.Increment(ref _misses);

    internal void NoteStale() => Interlocked.Increment(ref _stale);
}
