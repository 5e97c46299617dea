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
    private LiveState _state = null!;
    private int _count;
    private bool _isDrawn;
    private uint _seed;
    private double _evenly;

    public bool IsFull => _count == MostItems;

    public void Clear() => _count = 0;

    public void Begin(Knowledge knowledge, RecommendationQuery query)
    {
        (_state, _evenly, _count, _isDrawn) = (knowledge.State, knowledge.Settings.ExploreEvenly, 0, false);
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
            var item = _candidates[index];
            if (placed.Contains(item) || !categories.HasRoomFor(item)) continue;
            sum += _chances[index];
            if (first < 0 || _finishes[index] < _finishes[first]) first = index;
        }

        drawn = default;
        if (first < 0) return false;
        var chosen = _candidates[first];
        var source = _state.Popular.Contains(chosen) ? RecommendationSource.Exploration : RecommendationSource.New;
        drawn = new ShelfItem(chosen, 0, source, _chances[first] / sum);
        return true;
    }

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
