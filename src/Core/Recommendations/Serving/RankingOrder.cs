namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Takes items out of the ranking, best first, as far as they fit on the page; with diversity the best balance of score and
/// unlikeness among the next few (maximal marginal relevance). The ranking grows as it is read.
/// </summary>
internal sealed class RankingOrder
{
    /// <summary>Beyond so many places nobody notices diversity, and each costs more than the one before.</summary>
    private const int DiversePlaces = 200;

    /// <summary>How many candidates stand for one place.</summary>
    private const int Window = 40;

    private readonly Likeness _likeness = new();
    private Knowledge _knowledge;
    private RecommendationQuery _query = null!;
    private ServingWorkspace _workspace = null!;
    private RankMore _rank = null!;
    private ItemMarks _placed = null!;
    private CategoryCounts _categories = null!;
    private double _diversity;
    private bool _isExhausted;

    /// <summary>All before it are placed.</summary>
    private int _head;

    /// <summary>All before it are placed, or do not fit on this page.</summary>
    private int _next;

    /// <summary>Nothing is left, on any page.</summary>
    public bool IsAtEnd
    {
        get
        {
            while (Reaches(_head) && _placed.Contains(_workspace.Shelf.Items[_head].Item)) _head++;
            return !Reaches(_head);
        }
    }

    public void Begin(
        Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, RankMore rank, ItemMarks placed, CategoryCounts categories)
    {
        (_knowledge, _query, _workspace, _rank, _placed, _categories) = (knowledge, query, workspace, rank, placed, categories);
        (_head, _next, _isExhausted) = (0, 0, false);
        _diversity = double.IsNaN(query.Diversity) ? 0 : Math.Clamp(query.Diversity, 0, 1);
        _likeness.Begin(knowledge.Catalogue);
        workspace.Shelf.Begin();
    }

    /// <summary>What did not fit on the page before may fit on the next.</summary>
    public void BeginPage()
    {
        _ = IsAtEnd;
        _next = _head;
    }

    /// <param name="place">The place that is to be filled, from 0.</param>
    public bool TryTake(int place, out ShelfItem taken)
    {
        while (Reaches(_next) && !Fits(_next)) _next++;
        taken = default;
        if (!Reaches(_next)) return false;
        // Choosing may lengthen the ranking, so that what was read of it before is void.
        var chosen = IsDiverse(place) ? Choose() : _next;
        taken = _workspace.Shelf.Items[chosen];
        return true;
    }

    public void Listed(int item)
    {
        if (_diversity > 0) _likeness.List(item);
    }

    private bool IsDiverse(int place) => _diversity > 0 && place < DiversePlaces;

    private int Choose()
    {
        var (best, highest) = (_next, double.NegativeInfinity);
        var seen = 0;
        for (var rank = _next; seen < Window && Reaches(rank); rank++)
        {
            if (!Fits(rank)) continue;
            seen++;
            var candidate = _workspace.Shelf.Items[rank];
            var value = ((1 - _diversity) * candidate.Score) - (_diversity * _likeness.Of(rank, candidate.Item));
            if (value > highest) (best, highest) = (rank, value);
        }

        return best;
    }

    private bool Fits(int rank)
    {
        var item = _workspace.Shelf.Items[rank].Item;
        return !_placed.Contains(item) && _categories.HasRoomFor(item);
    }

    private bool Reaches(int rank)
    {
        var shelf = _workspace.Shelf;
        while (rank >= shelf.Items.Length && !_isExhausted)
        {
            shelf.Want(shelf.Items.Length == 0 ? FirstStretch : shelf.Items.Length);
            _rank(_knowledge, _query, _workspace);
            _isExhausted = !shelf.IsFull;
        }

        return rank < shelf.Items.Length;
    }

    /// <summary>As much as most lists take, so that few are ranked in two goes; those after double it.</summary>
    private int FirstStretch
    {
        get
        {
            const int Spare = 8;
            var needed = PageWriter.Needed(_knowledge, _query) + Spare;
            if (_query.PerCategory is not null) needed += 2 * PageWriter.Limit(_query);
            return _diversity > 0 ? needed + Window : needed;
        }
    }
}
