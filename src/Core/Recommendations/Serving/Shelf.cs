namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// The list under construction, tier after tier. A tier's best item opens a band of scores, 1 to 0.5 for the first tier
/// that has an item, 0.5 to 0.25 for the next and so on, so that scores fall along the whole list whatever their origin.
/// </summary>
internal sealed class Shelf
{
    private readonly List<ShelfItem> _items = [];
    private double _band;
    private float _best;
    private bool _isTierEmpty;
    private int _needed;

    public IReadOnlyList<ShelfItem> Items => _items;
    public int Missing => _needed - _items.Count;
    public bool IsFull => _items.Count >= _needed;

    public void Begin(int needed)
    {
        _items.Clear();
        _needed = needed;
        _band = 1;
        _isTierEmpty = true;
    }

    public void BeginTier()
    {
        if (!_isTierEmpty) _band /= 2;
        _isTierEmpty = true;
    }

    /// <param name="value">Not above the value of the item before in the same tier.</param>
    public void Add(int item, float value, RecommendationSource source)
    {
        if (_isTierEmpty) (_best, _isTierEmpty) = (value, false);
        var share = _best > 0 ? Math.Clamp(value / _best, 0, 1) : 0;
        _items.Add(new ShelfItem(item, _band * (0.5 + (0.5 * share)), source));
    }

    /// <summary>Puts an item of another list between two, with the score half way; at the end it shares the last score.</summary>
    public void Insert(int place, int item, RecommendationSource source)
    {
        var before = place > 0 ? _items[place - 1].Score : 1;
        var after = place < _items.Count ? _items[place].Score : before;
        _items.Insert(place, new ShelfItem(item, (before + after) / 2, source));
    }
}
