namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>
/// Exponentially decayed counts, sum of weight * 2^((at - instant) / half-life), always in order.
/// Kept as base-2 logarithms of the count seen from 1970: all items fade at the same pace, so their order never changes
/// by waiting, and an event only lifts its own item. Neither age nor a late arrival can underflow.
/// </summary>
internal sealed class DecayedRanking(TimeSpan halfLife, IdTable items)
{
    // Equal events added in another order differ in the last bits of the sum; to a billionth they are a tie.
    private const double Grain = 1L << 30;

    private const int MostLeaders = 200;

    private readonly ByCountThenId _comparer = new(items);
    private SortedSet<RankedCount> _order = new(new ByCountThenId(items));
    private double[] _log2 = [];
    private RankedCount[]? _leaders;
    private bool _isWaiting;

    /// <summary>Highest count first, ties by item id.</summary>
    public SortedSet<RankedCount> Order => _order;

    /// <summary>
    /// The first 200 of <see cref="Order"/>. Kept until the next event; readers at the same time may make it twice, alike.
    /// </summary>
    public ReadOnlySpan<RankedCount> Leaders => _leaders ??= [.. _order.Take(MostLeaders)];

    public bool HasMoreThanLeaders => _order.Count > MostLeaders;

    public void Add(int item, double weight, DateTimeOffset at)
    {
        Grow(item);
        var before = _log2[item];
        var after = Log2OfSum(before, Math.Log2(weight) + HalfLives(at));
        _log2[item] = after;
        if (_isWaiting || Rounded(before) == Rounded(after)) return;
        _leaders = null;
        _order.Remove(new RankedCount(Rounded(before), item));
        _order.Add(new RankedCount(Rounded(after), item));
    }

    /// <summary>
    /// Counts go on, and the order stays as it is until <see cref="Reorder"/>: to move an item for each of millions of events takes
    /// longer than all else that is learnt of them.
    /// </summary>
    public void HoldOrder() => _isWaiting = true;

    /// <summary>Puts everything in its place at once, and from now on at every event again.</summary>
    public void Reorder()
    {
        var counts = new List<RankedCount>(_order.Count);
        for (var item = 0; item < _log2.Length; item++)
            if (Contains(item)) counts.Add(new RankedCount(Rounded(_log2[item]), item));
        _order = new SortedSet<RankedCount>(counts, _comparer);
        (_leaders, _isWaiting) = (null, false);
    }

    /// <summary>From 1; null for an item that is not among the <see cref="Leaders"/>.</summary>
    public int? PlaceOf(int item)
    {
        var leaders = Leaders;
        for (var index = 0; index < leaders.Length; index++)
            if (leaders[index].Item == item) return index + 1;
        return null;
    }

    /// <summary>Whether the item was ever counted.</summary>
    public bool Contains(int item) => item < _log2.Length && !double.IsNegativeInfinity(_log2[item]);

    /// <summary>The base-2 logarithm that a count of 1 at the instant has in <see cref="RankedCount.Log2"/>.</summary>
    public double HalfLives(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch) / halfLife;

    private static double Rounded(double log2) => Math.Round(log2 * Grain) / Grain;

    private static double Log2OfSum(double left, double right)
    {
        var (high, low) = left > right ? (left, right) : (right, left);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log2(1 + Math.Pow(2, low - high));
    }

    private void Grow(int item)
    {
        var length = _log2.Length;
        if (item < length) return;
        Array.Resize(ref _log2, Math.Max(item + 1, length * 2));
        Array.Fill(_log2, double.NegativeInfinity, length, _log2.Length - length);
    }
}
