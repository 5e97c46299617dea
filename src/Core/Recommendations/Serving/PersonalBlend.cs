using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// What the first tier is blended from: what goes with the current item and session, and the parts that the plan of the
/// trained models gives a share for somebody who met so many items.
/// </summary>
internal static class PersonalBlend
{
    public static void Fill(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        ContextScorer.Score(knowledge, workspace);
        var hasHistory = workspace.ProfileItems.Count > 0;
        var context = workspace.Context.IsEmpty ? 0 : hasHistory ? knowledge.Settings.ContextWeight : 1;
        workspace.Blend.Add(workspace.Context, context, RecommendationSource.Similar);
        if (hasHistory) AddHistory(knowledge, query, 1 - context, workspace);
    }

    private static void AddHistory(Knowledge knowledge, RecommendationQuery query, double weight, ServingWorkspace workspace)
    {
        var shares = SharesFor(knowledge, workspace.ItemsMet);
        var scale = shares.Total > 0 ? weight / shares.Total : 0;

        workspace.Causes.Clear();
        AddModel(knowledge.Models.Dense, shares.Dense * scale, workspace.Dense, knowledge, workspace);
        AddModel(knowledge.Models.Neighbours, shares.Neighbours * scale, workspace.ItemBased, knowledge, workspace);
        if (shares.People > 0)
        {
            UserNeighbourhood.Score(knowledge, workspace);
            workspace.Blend.Add(workspace.UserBased, shares.People * scale, RecommendationSource.UserBased);
        }

        AddPopularity(knowledge.State, query.Instant, shares, scale, workspace);
    }

    private static void AddModel(
        IItemModel? model, double share, ScoreBuffer scores, Knowledge knowledge, ServingWorkspace workspace)
    {
        scores.Reset(knowledge.State.Items.Count);
        if (model is null || share <= 0) return;
        model.Score(workspace.Profile, scores);
        workspace.Blend.Add(scores, share, RecommendationSource.ItemBased);
        var maximum = scores.Maximum();
        if (maximum > 0) workspace.Causes.Add((model, (float)(share / maximum)));
    }

    /// <summary>Where a half-life saw too little, the lasting counts stand in for it.</summary>
    private static void AddPopularity(
        LiveState state, DateTimeOffset instant, in BlendShares shares, double scale, ServingWorkspace workspace)
    {
        var popular = shares.Popular * PopularityScorer.Trust(state.Popular, instant);
        var trending = shares.Trending * PopularityScorer.Trust(state.Trending, instant);
        var lasting = shares.Lasting + shares.Popular - popular + shares.Trending - trending;
        AddShelf(state.Trending, trending * scale, workspace.Trending, RecommendationSource.Trending);
        AddShelf(state.Popular, popular * scale, workspace.Popular, RecommendationSource.Popular);
        AddShelf(state.Lasting, lasting * scale, workspace.Lasting, RecommendationSource.Popular);

        void AddShelf(DecayedRanking ranking, double share, ScoreBuffer scores, RecommendationSource source)
        {
            if (share <= 0) return;
            PopularityScorer.Score(ranking, state.Items.Count, scores);
            workspace.Blend.Add(scores, share, source);
        }
    }

    private static BlendShares SharesFor(Knowledge knowledge, int itemsMet) =>
        knowledge.Models.Plan?.SharesFor(itemsMet)
        ?? UnchosenBlend.SharesFor(itemsMet, knowledge.Settings.PersonalBlendConstant, Reach(knowledge.State));

    /// <summary>The share of people who met the most popular item, 0 to 1.</summary>
    private static double Reach(LiveState state)
    {
        var leaders = state.Popular.Leaders;
        if (leaders.IsEmpty || state.AudienceOf(leaders[0].Item) is not { } audience) return 0;
        return (double)audience.Total / state.People.Count;
    }
}
