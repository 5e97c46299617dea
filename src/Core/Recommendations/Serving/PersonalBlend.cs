using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// What the first tier is blended from: history, people of similar taste, context and popularity. For a person who met
/// n items the personal part weighs n / (n + constant). The rest goes to popularity, which serves newcomers better than a
/// guess, but only as far as popularity reaches: where half of all people met the leading item it says much, in a shop of
/// many small tastes next to nothing (on Amazon Music giving it the whole rest halves the recall).
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
        var (items, users) = (workspace.ItemBased, workspace.UserBased);
        items.Reset(knowledge.State.Items.Count);
        knowledge.Models.Personal.Score(workspace.Profile, items);
        UserNeighbourhood.Score(knowledge, workspace);
        PopularityScorer.Score(knowledge, query.Instant, workspace);

        double n = workspace.ItemsMet;
        var personal = weight * n / (n + knowledge.Settings.PersonalBlendConstant);
        workspace.Blend.Add(items, users.IsEmpty ? personal : personal / 2, RecommendationSource.ItemBased);
        workspace.Blend.Add(users, items.IsEmpty ? personal : personal / 2, RecommendationSource.UserBased);

        var rest = (weight - personal) * Reach(knowledge.State);
        workspace.Blend.Add(workspace.Trending, rest / 2, RecommendationSource.Trending);
        workspace.Blend.Add(workspace.Popular, workspace.Trending.IsEmpty ? rest : rest / 2, RecommendationSource.Popular);
    }

    /// <summary>The share of people who met the most popular item, 0 to 1.</summary>
    private static double Reach(LiveState state)
    {
        var leaders = state.Popular.Leaders;
        if (leaders.IsEmpty || state.AudienceOf(leaders[0].Item) is not { } audience) return 0;
        return (double)audience.Total / state.People.Count;
    }
}
