namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Cuts the page asked for out of the finished shelf and gives each item its reason.</summary>
internal static class PageWriter
{
    public static int Offset(RecommendationQuery query) => Math.Max(0, query.Offset);

    public static int Limit(RecommendationQuery query) => Math.Clamp(query.Limit, 1, RecommendationQuery.MaximumLimit);

    /// <summary>How long the shelf must grow: one beyond the page, to know whether there is more.</summary>
    public static int Needed(Knowledge knowledge, RecommendationQuery query) =>
        (int)Math.Min((long)Offset(query) + Limit(query) + 1, knowledge.State.Items.Count);

    public static RecommendationPage Write(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        var placed = workspace.Shelf.Items;
        var (offset, limit) = (Offset(query), Limit(query));
        var items = new RecommendedItem[Math.Clamp(placed.Count - offset, 0, limit)];
        for (var index = 0; index < items.Length; index++)
        {
            var item = placed[offset + index];
            var reason = ReasonWriter.Write(knowledge, query, workspace, item);
            items[index] = new RecommendedItem(knowledge.State.Items[item.Item], item.Score, item.Source, reason);
        }

        return new RecommendationPage(items, offset, placed.Count > (long)offset + limit);
    }
}
