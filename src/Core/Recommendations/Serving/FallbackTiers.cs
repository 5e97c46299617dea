using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>What is left when nothing is known of a person, and what fills a short list: trending, popular in the segment, popular, newest.</summary>
internal static class FallbackTiers
{
    public static void FillTrending(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        workspace.Shelf.Enter(RankingTier.Trending);
        var floor = PopularityScorer.TrendingFloor(knowledge, query.Instant);
        Fill(knowledge.State.Trending, floor, RecommendationSource.Trending, workspace);
    }

    /// <summary>As far as more than one visit speaks for it: a single person's history is not a segment's taste.</summary>
    public static void FillPopularInSegment(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        if (knowledge.State.Segments.Of(query.Segment) is not { } counts) return;
        workspace.Shelf.Enter(RankingTier.PopularInSegment);
        var floor = Math.Log2(knowledge.Settings.TrendingFloor) + counts.HalfLives(query.Instant);
        Fill(counts, floor, RecommendationSource.PopularInSegment, workspace);
    }

    public static void FillPopular(Knowledge knowledge, ServingWorkspace workspace)
    {
        workspace.Shelf.Enter(RankingTier.Popular);
        Fill(knowledge.State.Popular, double.NegativeInfinity, RecommendationSource.Popular, workspace);
    }

    public static void FillNewest(Knowledge knowledge, ServingWorkspace workspace)
    {
        var newest = knowledge.Catalogue.NewestFirst;
        var ranking = new TierFill(workspace, RecommendationSource.New);
        workspace.Shelf.Enter(RankingTier.Newest);
        for (var place = 0; place < newest.Length; place++)
            if (!ranking.Offer(newest[place], -Math.Log2(place + 1))) break;
        ranking.End();
    }

    private static void Fill(DecayedRanking counts, double floor, RecommendationSource source, ServingWorkspace workspace)
    {
        var ranking = new TierFill(workspace, source);
        if (counts.Leaders.IsEmpty || workspace.Shelf.IsFull) return;
        var highest = counts.Leaders[0].Log2;
        if (OfferLeaders()) OfferOthers();
        ranking.End();

        // Most lists end within the leaders, which are at hand in an array.
        bool OfferLeaders()
        {
            foreach (var (log2, item) in counts.Leaders)
                if (log2 < floor || !ranking.Offer(item, log2 - highest)) return false;
            return counts.HasMoreThanLeaders;
        }

        void OfferOthers()
        {
            var known = counts.Leaders.Length;
            foreach (var (log2, item) in counts.Order)
                if (--known < 0 && (log2 < floor || !ranking.Offer(item, log2 - highest))) return;
        }
    }
}
