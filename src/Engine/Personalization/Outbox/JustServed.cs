using System.Collections.Concurrent;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>
/// Remembers what people were served a moment ago, which a snapshot of before does not know: without it, a change of weights
/// would move them once more. It may forget: the store has it by then. Two halves take turns, the older one is dropped whole.
/// </summary>
/// <param name="capacity">Most people remembered; never less than half of it once so many have come.</param>
internal sealed class JustServed(int capacity)
{
    private readonly int _half = capacity / 2;
    private readonly Lock _turning = new();
    private ConcurrentDictionary<string, KeptAssignment[]> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, KeptAssignment[]> _old = new(StringComparer.Ordinal);
    private int _count;

    public void Add(string person, KeptAssignment served)
    {
        _young.AddOrUpdate(
            person,
            _ =>
            {
                Interlocked.Increment(ref _count);
                return [served];
            },
            (_, before) => [.. before, served]);
        if (Volatile.Read(ref _count) >= _half) Turn();
    }

    /// <summary>The first served first; null for nothing.</summary>
    public KeptAssignment[]? Of(string person)
    {
        var young = _young.GetValueOrDefault(person);
        return _old.TryGetValue(person, out var old) ? [.. old, .. young ?? []] : young;
    }

    public void Forget(string person)
    {
        if (_young.TryRemove(person, out _)) Interlocked.Decrement(ref _count);
        _old.TryRemove(person, out _);
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_count < _half) return;
            _old = _young;
            _young = new ConcurrentDictionary<string, KeptAssignment[]>(StringComparer.Ordinal);
            _count = 0;
        }
    }
}
