using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Makes the list people see out of the ranking: pinned items in their places, some places for exploration, unlike items mixed,
/// and no more of a category than a page may hold. Each place depends only on those before it, so that pages fit together.
/// Reused between requests; not thread-safe.
/// </summary>
internal sealed class Arrangement
{
    private readonly List<ShelfItem> _items = [];
    private readonly ItemMarks _placed = new();
    private readonly CategoryCounts _categories = new();
    private RankingOrder _order = null!;
    private ServingWorkspace _workspace = null!;
    private int _pageLength;
    private int _exploreEvery;

    public ReadOnlySpan<ShelfItem> Items => CollectionsMarshal.AsSpan(_items);

    /// <summary>Where the page that was asked for ends, which is before its length where nothing more fits on it.</summary>
    public int PageEnd { get; private set; }

    public void Make(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, RankMore rank)
    {
        Begin(knowledge, query, workspace, rank);
        var (offset, end) = (PageWriter.Offset(query), PageWriter.Needed(knowledge, query));
        while (_items.Count < end)
        {
            var start = _items.Count;
            BeginPage();
            while (_items.Count < end && _items.Count - start < _pageLength && TryPlace(start)) { }
            if (_items.Count == start) break;
            if (offset < start || offset >= _items.Count) continue;
            PageEnd = (int)Math.Min(_items.Count, offset + (long)PageWriter.Limit(query));
            // One item further on tells that there is more.
            end = Math.Min(end, PageEnd + 1);
        }
    }

    private void Begin(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, RankMore rank)
    {
        _items.Clear();
        _placed.Begin(knowledge.State.Items.Count);
        _workspace = workspace;
        _exploreEvery = knowledge.Settings.ExploreEvery;
        _pageLength = query.PerCategory is null ? int.MaxValue : PageWriter.Limit(query);
        _categories.Begin(knowledge.Catalogue, Math.Max(0, query.PerCategory ?? 0));
        foreach (var (item, _) in workspace.Pins.Pending) _placed.Mark(item);
        PageEnd = 0;
        _order = workspace.Order;
        _order.Begin(knowledge, query, workspace, rank, _placed, _categories);
    }

    private void BeginPage()
    {
        _categories.BeginPage();
        var end = _items.Count + (long)_pageLength;
        foreach (var (item, place) in _workspace.Pins.Pending)
            if (place < end) _categories.Count(item);
        _order.BeginPage();
    }

    private bool TryPlace(int pageStart)
    {
        var pins = _workspace.Pins;
        if (pins.TryTake(_items.Count, out var pinned)) return Pin(pinned);
        if (TryExplore()) return true;
        if (_order.TryTake(_items.Count, out var next))
        {
            Add(next);
            _categories.Count(next.Item);
            return true;
        }

        // Nothing ranked fits on this page: what is pinned further down on it moves up.
        if (pins.TryTakeNext(pageStart + (long)_pageLength, out pinned)) return Pin(pinned);
        return _order.IsAtEnd && TryPinOfLaterPage(pageStart);
    }

    /// <summary>Nothing ranked is left for those pages.</summary>
    private bool TryPinOfLaterPage(int pageStart)
    {
        var pending = _workspace.Pins.Pending;
        if (pending.IsEmpty || (_items.Count > pageStart && !_categories.HasRoomFor(pending[0].Item))) return false;
        _categories.Count(pending[0].Item);
        return _workspace.Pins.TryTakeNext(long.MaxValue, out var pinned) && Pin(pinned);
    }

    private bool TryExplore()
    {
        if (_exploreEvery == 0 || (_items.Count + 1) % _exploreEvery != 0) return false;
        if (!_workspace.Exploration.TryDraw(_placed, _categories, out var drawn)) return false;
        Add(drawn with { Score = LastScore });
        _categories.Count(drawn.Item);
        return true;
    }

    private double LastScore => _items.Count == 0 ? 1 : _items[^1].Score;

    private bool Pin(int item)
    {
        Add(new ShelfItem(item, LastScore, RecommendationSource.Pinned));
        return true;
    }

    /// <summary>Scores never rise along the list, whatever was moved.</summary>
    private void Add(in ShelfItem item)
    {
        _items.Add(item with { Score = Math.Min(item.Score, LastScore) });
        _placed.Mark(item.Item);
        _order.Listed(item.Item);
    }
}
