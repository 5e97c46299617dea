using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Tells which items of history and session caused a recommendation, and how much of it. What the history gave is divided as
/// the model explains it, what the context gave by shared sessions; what people of similar taste and popularity gave names no
/// item, and is the rest to 1.
/// </summary>
internal static class ContributionWriter
{
    private const float Least = 0.01f;

    /// <returns>Which items of the history spoke for it.</returns>
    public static ProfileCauses Write(
        Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, ShelfItem placed, RecommendationBuffer answer)
    {
        var causes = new ProfileCauses(-1, 0);
        if (placed.Source is RecommendationSource.Pinned or RecommendationSource.Gorse || placed.Propensity > 0 || workspace.Sums[placed.Item] <= 0) return causes;

        var shares = workspace.Shares;
        shares.Begin(RecommendedItem.MostContributions);
        var ofHistory = workspace.Blend.ShareOf(RecommendationSource.ItemBased, placed.Item);
        if (ofHistory > 0) causes = ProfileCauses.Of(workspace, placed.Item);
        if (!query.Explain) return causes;
        if (ofHistory > 0) OfferHistory(workspace, ofHistory);
        var ofContext = workspace.Blend.ShareOf(RecommendationSource.Similar, placed.Item);
        if (ofContext > 0) OfferContext(knowledge.State, workspace, placed.Item, ofContext);
        foreach (var (item, share) in shares.Drain())
            if (share >= Least) answer.Add(new Contribution(knowledge.State.Items[item], Math.Min(1, share)));
        return causes;
    }

    private static void OfferHistory(ServingWorkspace workspace, float whole)
    {
        var profile = workspace.Profile;
        var contributions = workspace.Contributions.AsSpan(0, profile.Length);
        // An item that spoke against has a negative part: the others share what they gave.
        var sum = 0f;
        foreach (var contribution in contributions) sum += Math.Max(0, contribution);
        if (sum <= 0) return;
        for (var index = 0; index < profile.Length; index++)
            if (contributions[index] > 0) workspace.Shares.Offer(profile[index].Item, whole * contributions[index] / sum);
    }

    private static void OfferContext(LiveState state, ServingWorkspace workspace, int item, float whole)
    {
        var sum = 0f;
        foreach (var context in workspace.ContextItems) sum += Strength(state, context, item);
        if (sum <= 0)
        {
            workspace.Shares.Offer(workspace.ContextItems[0], whole);
            return;
        }

        foreach (var context in workspace.ContextItems)
            if (Strength(state, context, item) is > 0 and var strength) workspace.Shares.Offer(context, whole * strength / sum);
    }

    /// <summary>How often the walk over sessions goes from one item to the other.</summary>
    private static float Strength(LiveState state, int from, int to)
    {
        if (state.SessionPartnersOf(from) is not { } partners) return 0;
        var place = partners.Items.IndexOf(to);
        return place < 0 ? 0 : partners.Weights[place] / partners.Total;
    }
}
