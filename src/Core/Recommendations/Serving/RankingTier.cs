namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>What a stretch of the ranking goes by; a list goes through them in this order.</summary>
internal enum RankingTier
{
    None,
    Proposed,
    Blended,
    Trending,
    PopularInSegment,
    Popular,
    Newest,
}
