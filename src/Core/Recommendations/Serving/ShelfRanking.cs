namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Which tiers each list goes through.</summary>
internal static class ShelfRanking
{
    private static readonly RankMore Personal = static (knowledge, query, workspace) =>
    {
        BlendedTier.Fill(workspace);
        FallbackTiers.FillTrending(knowledge, query, workspace);
        FallbackTiers.FillPopularInSegment(knowledge, query, workspace);
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    };

    /// <summary>What somebody else proposed, then what is personal.</summary>
    public static readonly RankMore Completing = static (knowledge, query, workspace) =>
    {
        ProposedTier.Fill(workspace);
        Personal(knowledge, query, workspace);
    };

    private static readonly RankMore Similar = static (knowledge, _, workspace) =>
    {
        BlendedTier.Fill(workspace);
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    };

    private static readonly RankMore Trending = static (knowledge, query, workspace) =>
    {
        FallbackTiers.FillTrending(knowledge, query, workspace);
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    };

    private static readonly RankMore Popular = static (knowledge, _, workspace) =>
    {
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    };

    public static RankMore Of(RecommendationShelf shelf) => shelf switch
    {
        RecommendationShelf.Personal => Personal,
        RecommendationShelf.Similar => Similar,
        RecommendationShelf.Trending => Trending,
        _ => Popular,
    };
}
