namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>
/// How strongly other items shared sessions with one item. Bounded by the Space-Saving rule (Metwally et al. 2005):
/// when full, a newcomer takes the place and the weight of the weakest, so that strong partners are never lost.
/// </summary>
internal sealed class SessionPartners
{
    private int[] _items = [];
    private float[] _weights = [];
    private int _count;

    public ReadOnlySpan<int> Items => _items.AsSpan(0, _count);
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, _count);

    /// <summary>The sum of <see cref="Weights"/>.</summary>
    public float Total { get; private set; }

    public void Add(int item, float weight, int cap)
    {
        var index = Items.IndexOf(item);
        if (index < 0) index = _count < cap ? Append(item) : ReplaceWeakest(item);
        _weights[index] += weight;
        Total += weight;
    }

    private int Append(int item)
    {
        if (_count == _items.Length)
        {
            var length = _count + Math.Max(4, _count / 2);
            Array.Resize(ref _items, length);
            Array.Resize(ref _weights, length);
        }

        _items[_count] = item;
        _weights[_count] = 0;
        return _count++;
    }

    private int ReplaceWeakest(int item)
    {
        var weakest = 0;
        for (var index = 1; index < _count; index++)
            if (_weights[index] < _weights[weakest]) weakest = index;
        _items[weakest] = item;
        return weakest;
    }
}
