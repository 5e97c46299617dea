using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>
/// Remembers the order in which people changed, so that whoever cached something about one can tell that it is out of date,
/// even if it was being read while the change was written. What another process has read is told by the clock instead, since
/// the order is known only here. People share slots: a false alarm costs a read, and a change is never missed.
/// </summary>
public sealed class PersonGenerations(TimeProvider time)
{
    private const int Slots = 1 << 14;

    private readonly long[] _lastChange = new long[Slots], _lastChangeAt = new long[Slots], _lastWordAt = new long[Slots];
    private long _clock, _everybody, _everybodyAt;

    /// <summary>To be taken before reading; changes from then on count as later.</summary>
    public long Now => Volatile.Read(ref _clock);

    public void Advance(string id) => Advance(id, DateTimeOffset.MinValue);

    /// <param name="at">When it happened by the clock of another process; what reaches this one later counts from then.</param>
    public void Advance(string id, DateTimeOffset at)
    {
        var slot = SlotOf(id);
        Raise(ref _lastChangeAt[slot], Math.Max(at.UtcTicks, time.GetUtcNow().UtcTicks));
        Raise(ref _lastChange[slot], Interlocked.Increment(ref _clock));
    }

    /// <summary>Somebody said something about consent.</summary>
    /// <param name="at">As with <see cref="Advance(string, DateTimeOffset)"/>.</param>
    public void AdvanceConsent(string id, DateTimeOffset at) => Raise(ref _lastWordAt[SlotOf(id)], Math.Max(at.UtcTicks, time.GetUtcNow().UtcTicks));

    /// <summary>Whether what was known of somebody's consent at an instant may be out of date.</summary>
    public bool HasSpokenSince(string id, DateTimeOffset instant) => Volatile.Read(ref _lastWordAt[SlotOf(id)]) >= instant.UtcTicks;

    /// <summary>Nobody knows who changed.</summary>
    public void AdvanceEverybody()
    {
        Raise(ref _everybodyAt, time.GetUtcNow().UtcTicks);
        Raise(ref _everybody, Interlocked.Increment(ref _clock));
    }

    public bool HasChangedSince(string id, long generation) =>
        Math.Max(Volatile.Read(ref _lastChange[SlotOf(id)]), Volatile.Read(ref _everybody)) > generation;

    /// <summary>At that instant or later.</summary>
    public bool HasChangedSince(string id, DateTimeOffset instant) =>
        Math.Max(Volatile.Read(ref _lastChangeAt[SlotOf(id)]), Volatile.Read(ref _everybodyAt)) >= instant.UtcTicks;

    private static void Raise(ref long value, long to)
    {
        for (var seen = Volatile.Read(ref value); seen < to; seen = Volatile.Read(ref value))
            if (Interlocked.CompareExchange(ref value, to, seen) == seen) return;
    }

    private static uint SlotOf(string id) => Fnv1a.Hash(id) % Slots;
}
