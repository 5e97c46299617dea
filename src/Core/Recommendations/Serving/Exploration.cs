using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Items of which little is known, in the order chance draws them for one person in one hour. The same question in the same hour
/// is answered alike, and each item's chance is known.
/// </summary>
internal sealed class Exploration
{
    public const int MostItems = 20;

    private readonly int[] _candidates = new int[MostItems];
    private readonly (int Impressions, int Clicks)[] _arms = new (int, int)[MostItems];
    private readonly double[] _chances = new double[MostItems];
    private readonly double[] _finishes = new double[MostItems];
    private readonly double[] _room = new double[ThompsonChances.RoomFor(MostItems)];
    private readonly ExplorationChoice[] _choices = new ExplorationChoice[MostItems];
    private LiveState _state = null!;
    private Catalogue _catalogue = null!;
    private int _count;
    private bool _isDrawn;
    private uint _seed;
    private double _evenly;

    public bool IsFull => _count == MostItems;

    public void Clear() => _count = 0;

    public void Begin(Knowledge knowledge, RecommendationQuery query)
    {
        (_state, _catalogue) = (knowledge.State, knowledge.Catalogue);
        (_evenly, _count, _isDrawn) = (knowledge.Settings.ExploreEvenly, 0, false);
        _seed = SeededChance.Seed(query.PersonId ?? "", query.Instant.UtcTicks / TimeSpan.TicksPerHour);
    }

    public void Add(int item) => _candidates[_count++] = item;

    /// <summary>Draws one of those that are not on the list yet and fit on the page.</summary>
    public bool TryDraw(ItemMarks placed, CategoryCounts categories, out ShelfItem drawn)
    {
        if (!_isDrawn) Draw();
        var (first, sum) = (-1, 0.0);
        for (var index = 0; index < _count; index++)
        {
            if (!IsEligible(index, placed, categories)) continue;
            sum += _chances[index];
            if (first < 0 || _finishes[index] < _finishes[first]) first = index;
        }

        drawn = default;
        if (first < 0) return false;
        var chosen = _candidates[first];
        var source = _state.Popular.Contains(chosen) ? RecommendationSource.Exploration : RecommendationSource.New;
        _choices[first] = Describe(first, _chances[first] / sum, placed, categories);
        drawn = new ShelfItem(chosen, 0, source, _choices[first].Propensity);
        return true;
    }

    /// <summary>Of an item that was drawn.</summary>
    public ExplorationChoice ChoiceOf(int item) => _choices[_candidates.AsSpan(0, _count).IndexOf(item)];

    private bool IsEligible(int index, ItemMarks placed, CategoryCounts categories) =>
        !placed.Contains(_candidates[index]) && categories.HasRoomFor(_candidates[index]);

    private ExplorationChoice Describe(int chosen, double propensity, ItemMarks placed, CategoryCounts categories)
    {
        var (eligible, newer, more, equally) = (0, 0, 0, 0);
        for (var index = 0; index < _count; index++)
        {
            if (!IsEligible(index, placed, categories)) continue;
            eligible++;
            if (IsNewer(_candidates[index], _candidates[chosen])) newer++;
            if (_arms[index].Clicks > _arms[chosen].Clicks) more++;
            else if (_arms[index].Clicks == _arms[chosen].Clicks) equally++;
        }

        return new ExplorationChoice(propensity, eligible, newer, more, equally);
    }

    private bool IsNewer(int item, int other)
    {
        var (published, before) = (PublishedAt(item), PublishedAt(other));
        return published != before ? published > before : string.CompareOrdinal(_state.Items[item], _state.Items[other]) < 0;
    }

    private long PublishedAt(int item) => _catalogue.Find(item)?.VisibleFrom ?? long.MinValue;

    /// <summary>
    /// A race in which each item runs an exponential time of its chance as the rate: the first to arrive is each one with its
    /// chance, and so is the first of those that are left.
    /// </summary>
    private void Draw()
    {
        _isDrawn = true;
        for (var index = 0; index < _count; index++) _arms[index] = _state.Shown.Of(_candidates[index]);
        ThompsonChances.Write(_arms.AsSpan(0, _count), _evenly, _chances, _room);
        for (var index = 0; index < _count; index++)
            _finishes[index] = -Math.Log(SeededChance.Uniform(_seed, _state.Items[_candidates[index]])) / _chances[index];
    }
}
