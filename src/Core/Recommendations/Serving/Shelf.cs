using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// The ranking under construction, tier after tier and as far as it is needed. A tier's best item opens a band of scores, 1 to
/// 0.5 for the first tier that has an item, 0.5 to 0.25 for the next and so on, so that scores fall along the whole list
/// whatever their origin.
/// </summary>
internal sealed class Shelf
{
    private readonly List<ShelfItem> _items = [];
    private RankingTier _tier;
    private double _band;
    private double _best;
    private bool _isTierEmpty;
    private int _needed;

    public ReadOnlySpan<ShelfItem> Items => CollectionsMarshal.AsSpan(_items);
    public int Missing => _needed - _items.Count;
    public bool IsFull => _items.Count >= _needed;

    public void Begin()
    {
        _items.Clear();
        _needed = 0;
        _tier = RankingTier.None;
        _band = 1;
        _isTierEmpty = true;
    }

    /// <summary>Makes room for so many more.</summary>
    public void Want(int more) => _needed = _items.Count + more;

    /// <summary>What is added from now on belongs to the tier; entering the one at hand again goes on with it.</summary>
    public void Enter(RankingTier tier)
    {
        if (tier == _tier) return;
        if (!_isTierEmpty) _band /= 2;
        (_tier, _isTierEmpty) = (tier, true);
    }

    /// <param name="value">Not above the value of the item before in the same tier.</param>
    public void Add(int item, double value, RecommendationSource source)
    {
        if (_isTierEmpty) (_best, _isTierEmpty) = (value, false);
        var share = _best > 0 ? Math.Clamp(value / _best, 0, 1) : 0;
        _items.Add(new ShelfItem(item, _band * (0.5 + (0.5 * share)), source));
    }
}
