namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The boosts of a request. Reused between requests; not thread-safe.</summary>
internal sealed class ItemBoosts
{
    private readonly List<(ItemVerdicts Where, float Factor)> _boosts = [];

    public bool IsEmpty => _boosts.Count == 0;

    /// <summary>No item has a higher factor.</summary>
    public float Highest { get; private set; }

    public void Begin(Knowledge knowledge, RecommendationQuery query)
    {
        _boosts.Clear();
        Highest = 1;
        for (var index = 0; index < query.Boosts.Count; index++)
        {
            var factor = (float)Math.Clamp(query.Boosts[index].Factor, ScoreBoost.Lowest, ScoreBoost.Highest);
            _boosts.Add((query.Boosts[index].Where.On(knowledge), factor));
            Highest *= Math.Max(1, factor);
        }
    }

    public float Of(int item)
    {
        var product = 1f;
        foreach (var (where, factor) in _boosts)
            if (where.Holds(item)) product *= factor;
        return product;
    }
}
