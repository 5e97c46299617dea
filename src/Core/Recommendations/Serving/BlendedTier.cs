namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The first tier: the items with the highest sums of the blend.</summary>
internal static class BlendedTier
{
    public static void Fill(Knowledge knowledge, ServingWorkspace workspace)
    {
        var (sums, selector, shelf) = (workspace.Sums, workspace.TopItems, workspace.Shelf);
        sums.Reset(knowledge.State.Items.Count);
        workspace.Blend.SumInto(sums);
        selector.Begin(shelf.Missing);
        foreach (var item in sums.Touched)
        {
            var score = sums[item];
            if (score > 0 && score >= selector.Threshold && workspace.Filter.Allows(item)) selector.Offer(item, score);
        }

        shelf.BeginTier();
        foreach (var (item, score) in selector.Drain())
        {
            shelf.Add(item, score, workspace.Blend.StrongestSource(item));
            workspace.Filter.Block(item);
        }
    }
}
