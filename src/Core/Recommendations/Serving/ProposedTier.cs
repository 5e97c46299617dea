namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Before all others where somebody else has proposed items: these, in the order given, their scores falling evenly.</summary>
internal static class ProposedTier
{
    public static void Read(Live.IdTable items, IReadOnlyList<string> itemIds, ServingWorkspace workspace)
    {
        workspace.Proposed.Clear();
        for (var index = 0; index < itemIds.Count; index++)
            if (items.TryFind(itemIds[index], out var item)) workspace.Proposed.Add(item);
    }

    public static void Fill(ServingWorkspace workspace)
    {
        var proposed = workspace.Proposed;
        var ranking = new TierFill(workspace, RecommendationSource.Gorse);
        workspace.Shelf.Enter(RankingTier.Proposed);
        for (var index = 0; index < proposed.Count; index++)
            if (!ranking.Offer(proposed[index], Math.Log2(1 - ((double)index / proposed.Count)))) break;
        ranking.End();
    }
}
