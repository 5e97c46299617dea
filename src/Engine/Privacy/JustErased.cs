using System.Collections.Concurrent;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>
/// Who was erased within the last minutes, in this process's memory alone: what was stored just before may be told to counters and
/// recommenders just after, and is left out there.
/// </summary>
public sealed class JustErased(TimeProvider time)
{
    /// <summary>Longer than anything is under way between the store and memory.</summary>
    public static readonly TimeSpan For = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public bool IsEmpty => _until.IsEmpty;

    public void Add(IEnumerable<string> ids)
    {
        var now = time.GetUtcNow();
        foreach (var (id, until) in _until)
            if (until < now) _until.TryRemove(id, out _);
        foreach (var id in ids) _until[id] = now + For;
    }

    /// <summary>Somebody was let in again, and who they were with is not known any more; the others are looked after by the later sweep.</summary>
    public void Clear() => _until.Clear();

    public bool Contains(string? id) => !_until.IsEmpty && id is not null && _until.ContainsKey(id);
}
