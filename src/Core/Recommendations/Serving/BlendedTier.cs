namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The first tier: the items with the highest sums of the blend.</summary>
internal static class BlendedTier
{
    /// <summary>Adds up the blend, once a request.</summary>
    public static void Score(Knowledge knowledge, ServingWorkspace workspace)
    {
        workspace.Sums.Reset(knowledge.State.Items.Count);
        workspace.Blend.SumInto(workspace.Sums);
    }

    public static void Fill(ServingWorkspace workspace)
    {
        var (sums, selector, shelf, boosts) = (workspace.Sums, workspace.TopItems, workspace.Shelf, workspace.Boosts);
        selector.Begin(shelf.Missing);
        foreach (var item in sums.Touched)
        {
            var score = sums[item];
            // Far from every item is looked at twice: asking whether one is allowed costs more than these comparisons.
            if (score <= 0 || score * boosts.Highest < selector.Threshold || !workspace.Filter.Allows(item)) continue;
            selector.Offer(item, boosts.IsEmpty ? score : score * boosts.Of(item));
        }

        shelf.Enter(RankingTier.Blended);
        foreach (var (item, score) in selector.Drain())
        {
            shelf.Add(item, score, workspace.Blend.StrongestSource(item));
            workspace.Filter.Block(item);
        }
    }
}
