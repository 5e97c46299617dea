namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>The newest different items of one open session.</summary>
internal sealed class SessionWindow
{
    private int[] _items = [];
    private int _count;

    /// <summary>Oldest first.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, _count);

    /// <summary>The event that arrived last, in UTC ticks.</summary>
    public long LastAt { get; set; }

    public void Clear() => _count = 0;

    public void Add(int item, int cap)
    {
        if (_count == cap) _items.AsSpan(1, --_count).CopyTo(_items);
        if (_count == _items.Length) Array.Resize(ref _items, Math.Min(cap, _count + Math.Max(2, _count)));
        _items[_count++] = item;
    }
}
