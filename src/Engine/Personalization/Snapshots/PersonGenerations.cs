using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>
/// Remembers the order in which people changed, so that whoever cached something about one can tell that it is out of date,
/// even if it was being read while the change was written. People share slots: a false alarm costs a read, and a change is
/// never missed.
/// </summary>
public sealed class PersonGenerations
{
    private const int Slots = 1 << 14;

    private readonly long[] _lastChange = new long[Slots];
    private long _clock;

    /// <summary>To be taken before reading; changes from then on count as later.</summary>
    public long Now => Volatile.Read(ref _clock);

    public void Advance(string id)
    {
        var change = Interlocked.Increment(ref _clock);
        ref var slot = ref _lastChange[SlotOf(id)];
        for (var seen = Volatile.Read(ref slot); seen < change; seen = Volatile.Read(ref slot))
            if (Interlocked.CompareExchange(ref slot, change, seen) == seen) return;
    }

    public bool HasChangedSince(string id, long generation) => Volatile.Read(ref _lastChange[SlotOf(id)]) > generation;

    private static uint SlotOf(string id) => Fnv1a.Hash(id) % Slots;
}
