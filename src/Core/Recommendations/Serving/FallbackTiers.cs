using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>What is left when nothing is known of a person, and what fills a short list: trending, popular, newest.</summary>
internal static class FallbackTiers
{
    public static void FillTrending(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace) => Fill(
        knowledge.State.Trending,
        PopularityScorer.TrendingFloor(knowledge, query.Instant),
        RecommendationSource.Trending,
        workspace);

    public static void FillPopular(Knowledge knowledge, ServingWorkspace workspace) =>
        Fill(knowledge.State.Popular, double.NegativeInfinity, RecommendationSource.Popular, workspace);

    public static void FillNewest(Knowledge knowledge, ServingWorkspace workspace)
    {
        var shelf = workspace.Shelf;
        shelf.BeginTier();
        var place = 0;
        foreach (var item in knowledge.Catalogue.NewestFirst)
        {
            if (shelf.IsFull) return;
            if (!workspace.Filter.Allows(item)) continue;
            shelf.Add(item, 1f / ++place, RecommendationSource.New);
            workspace.Filter.Block(item);
        }
    }

    private static void Fill(DecayedRanking ranking, double floor, RecommendationSource source, ServingWorkspace workspace)
    {
        var shelf = workspace.Shelf;
        if (shelf.IsFull) return;
        shelf.BeginTier();
        var highest = double.NaN;
        foreach (var (log2, item) in ranking.Order)
        {
            if (shelf.IsFull || log2 < floor) return;
            if (!workspace.Filter.Allows(item)) continue;
            if (double.IsNaN(highest)) highest = log2;
            shelf.Add(item, (float)Math.Pow(2, log2 - highest), source);
            workspace.Filter.Block(item);
        }
    }
}
