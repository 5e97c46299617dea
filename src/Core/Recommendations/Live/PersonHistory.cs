namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>What one person met: the newest items in order of time, and of older ones only that they were seen.</summary>
internal sealed class PersonHistory
{
    private static readonly HashSet<int> None = [];

    // One array a field: whoever reads the items of a hundred neighbours must not load their dates too.
    private int[] _items = [];
    private float[] _weights = [];
    private long[] _ticks = [];
    private int _count;
    private HashSet<int>? _older;
    private HashSet<int>? _bought;

    /// <summary>Oldest first; each item once.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, _count);

    /// <summary>The weights of all events of each of <see cref="Items"/> together.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, _count);

    /// <summary>When each of <see cref="Items"/> was met last, in UTC ticks.</summary>
    public ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, _count);

    /// <summary>Items that fell out of <see cref="Items"/>; some may be back in it.</summary>
    public HashSet<int> Older => _older ?? None;

    /// <summary>Items that were bought, however long ago.</summary>
    public HashSet<int> Bought => _bought ?? None;

    /// <returns>Whether the person had never met the item.</returns>
    public bool Learn(int item, float weight, long utcTicks, int cap, bool isPurchase = false)
    {
        if (isPurchase) (_bought ??= []).Add(item);
        var known = Items.IndexOf(item);
        if (known >= 0)
        {
            weight += _weights[known];
            utcTicks = Math.Max(utcTicks, _ticks[known]);
            RemoveAt(known);
        }

        Insert(item, weight, utcTicks);
        var isNew = known < 0 && _older?.Contains(item) != true;
        if (_count > cap)
        {
            (_older ??= []).Add(_items[0]);
            RemoveAt(0);
        }

        return isNew;
    }

    private void Insert(int item, float weight, long utcTicks)
    {
        if (_count == _items.Length)
        {
            // A quarter of slack instead of the usual doubling: histories are what fills the memory.
            var length = _count + Math.Max(4, _count / 4);
            Array.Resize(ref _items, length);
            Array.Resize(ref _weights, length);
            Array.Resize(ref _ticks, length);
        }

        var index = _count;
        while (index > 0 && _ticks[index - 1] > utcTicks) index--;
        Move(index, index + 1);
        (_items[index], _weights[index], _ticks[index]) = (item, weight, utcTicks);
        _count++;
    }

    private void RemoveAt(int index)
    {
        Move(index + 1, index);
        _count--;
    }

    /// <summary>Moves the end of the history, from one place on, to another.</summary>
    private void Move(int from, int to)
    {
        var length = _count - from;
        Array.Copy(_items, from, _items, to, length);
        Array.Copy(_weights, from, _weights, to, length);
        Array.Copy(_ticks, from, _ticks, to, length);
    }
}
