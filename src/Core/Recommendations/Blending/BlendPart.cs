namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>What a personal list is blended from. Each part is scaled so that its best item has 1.</summary>
public enum BlendPart
{
    /// <summary>The model of all pairs of frequent items together: EASE, or factors where the catalogue is too large for it.</summary>
    Dense,

    /// <summary>The model of neighbouring items, which knows rare ones too.</summary>
    Neighbours,

    /// <summary>People of similar taste, asked at request time.</summary>
    People,

    /// <summary>What many met, ever.</summary>
    Lasting,

    /// <summary>What many met, within some of <see cref="RecommenderSettings.PopularityHalfLife"/>.</summary>
    Popular,

    /// <summary>What many meet now, see <see cref="RecommenderSettings.TrendingHalfLife"/>.</summary>
    Trending,
}
