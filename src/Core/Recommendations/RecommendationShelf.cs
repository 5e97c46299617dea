namespace PersonalizationEngine.Core.Recommendations;

/// <summary>The lists there are.</summary>
public enum RecommendationShelf
{
    /// <summary><see cref="Recommender.Recommend(RecommendationQuery)"/>.</summary>
    Personal,

    /// <summary><see cref="Recommender.Similar(RecommendationQuery)"/>.</summary>
    Similar,

    /// <summary><see cref="Recommender.Trending(RecommendationQuery)"/>.</summary>
    Trending,

    /// <summary><see cref="Recommender.Popular(RecommendationQuery)"/>.</summary>
    Popular,
}
