using System.Collections.Concurrent;

namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>
/// Remembers the last keys, so that the same exposure is not sent to the store with every request. It may forget: the store
/// keeps only the first one anyway. Two halves take turns, the older one is dropped whole.
/// </summary>
/// <param name="capacity">Most keys remembered; never less than half of it once so many have come.</param>
internal sealed class RecentlySeen<T>(int capacity)
    where T : notnull
{
    private readonly int _half = capacity / 2;
    private readonly Lock _turning = new();
    private ConcurrentDictionary<T, bool> _young = new();
    private ConcurrentDictionary<T, bool> _old = new();
    private int _count;

    /// <returns>Whether the key was not remembered.</returns>
    public bool Add(T key)
    {
        if (_old.ContainsKey(key) || !_young.TryAdd(key, true)) return false;
        if (Interlocked.Increment(ref _count) >= _half) Turn();
        return true;
    }

    /// <summary>The key was added, but what it stands for went nowhere.</summary>
    public void Forget(T key)
    {
        if (_young.TryRemove(key, out _) || _old.TryRemove(key, out _)) Interlocked.Decrement(ref _count);
    }

    /// <summary>Takes its time: every key is looked at.</summary>
    public void ForgetAll(Func<T, bool> which)
    {
        foreach (var key in _young.Keys.Concat(_old.Keys).Where(which)) Forget(key);
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_count < _half) return;
            _old = _young;
            _young = new ConcurrentDictionary<T, bool>();
            _count = 0;
        }
    }
}
