using System.Runtime.InteropServices;
using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The pinned items of a request that may be shown, by place. Reused between requests; not thread-safe.</summary>
internal sealed class Pins
{
    private readonly List<(int Item, int Place)> _pins = [];

    /// <summary>How many of the pins are on the list by now.</summary>
    private int _placed;

    public void Begin(IdTable items, RecommendationQuery query, CandidateFilter filter)
    {
        _placed = 0;
        _pins.Clear();
        // Given places first: those without one take what is left.
        AddAll(items, query, filter, havingPlace: true);
        AddAll(items, query, filter, havingPlace: false);
    }

    public bool Contains(int item)
    {
        foreach (var pin in _pins)
            if (pin.Item == item) return true;
        return false;
    }

    /// <summary>Whether a pinned item comes at the place, from 0. Places must be asked for in order.</summary>
    public bool TryTake(int place, out int item)
    {
        item = -1;
        if (_placed == _pins.Count || _pins[_placed].Place > place) return false;
        item = _pins[_placed++].Item;
        return true;
    }

    /// <summary>The next one wherever its place, for the end of a list that is shorter.</summary>
    public bool TryTakeNext(long before, out int item)
    {
        item = -1;
        return _placed < _pins.Count && _pins[_placed].Place < before && TryTake(int.MaxValue, out item);
    }

    /// <summary>Those that are still to come, by place.</summary>
    public ReadOnlySpan<(int Item, int Place)> Pending => CollectionsMarshal.AsSpan(_pins)[_placed..];

    private void AddAll(IdTable items, RecommendationQuery query, CandidateFilter filter, bool havingPlace)
    {
        for (var index = 0; index < query.Pinned.Count; index++)
        {
            var (id, position) = query.Pinned[index];
            if (position.HasValue != havingPlace || !items.TryFind(id, out var item)) continue;
            if (!filter.IsBlocked(item) && filter.IsVisible(item) && !Contains(item))
                Insert(item, Math.Clamp(position ?? 1, 1, PinnedItem.LastPosition) - 1);
        }
    }

    /// <summary>Puts it at the place, or the first free one behind.</summary>
    private void Insert(int item, int place)
    {
        var index = 0;
        while (index < _pins.Count && _pins[index].Place <= place)
        {
            if (_pins[index].Place == place) place++;
            index++;
        }

        _pins.Insert(index, (item, place));
    }
}
