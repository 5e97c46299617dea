namespace PersonalizationEngine.Core.Recommendations;

public static class RecommendationSourceNames
{
    /// <summary>The source in snake_case, as answers and stored exposures write it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public static string WireName(this RecommendationSource source) => source switch
    {
        RecommendationSource.ItemBased => "item_based",
        RecommendationSource.UserBased => "user_based",
        RecommendationSource.Similar => "similar",
        RecommendationSource.Trending => "trending",
        RecommendationSource.Popular => "popular",
        RecommendationSource.New => "new",
        RecommendationSource.Exploration => "exploration",
        RecommendationSource.Pinned => "pinned",
        RecommendationSource.Gorse => "gorse",
        RecommendationSource.Comparison => "comparison",
        RecommendationSource.PopularInSegment => "popular_in_segment",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "unknown source"),
    };
}
