namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// What goes with the current item and session: shared sessions first, then items of alike audiences, then, where there
/// is little of either as for a new item, shared categories and tags.
/// </summary>
internal static class ContextScorer
{
    private const double CosineWeight = 0.03;
    private const double AlikeWeight = 0.01;
    private const int Plenty = 20;

    public static void Score(Knowledge knowledge, ServingWorkspace workspace)
    {
        var itemCount = knowledge.State.Items.Count;
        workspace.Context.Reset(itemCount);
        workspace.Cosine.Reset(itemCount);
        workspace.Alike.Reset(itemCount);
        if (workspace.ContextItems.Count == 0) return;

        var current = workspace.ContextItems[0];
        SessionWalk.Score(knowledge.State, workspace);
        knowledge.Models.Alike.AddNeighbours(current, 1, workspace.Cosine);
        var isKnownWell = workspace.Walk.Touched.Length + workspace.Cosine.Touched.Length >= Plenty;
        if (!isKnownWell && knowledge.Catalogue.Find(current) is { } entry)
            knowledge.Catalogue.Features.AddAlike(entry, workspace.Alike);

        var blend = workspace.ContextBlend;
        blend.Clear();
        blend.Add(workspace.Walk, 1, RecommendationSource.Similar);
        blend.Add(workspace.Cosine, CosineWeight, RecommendationSource.Similar);
        blend.Add(workspace.Alike, AlikeWeight, RecommendationSource.Similar);
        blend.SumInto(workspace.Context);
    }
}
