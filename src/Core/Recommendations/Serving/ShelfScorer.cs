namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The part of an answer that is worked out once, however far the list is read.</summary>
internal static class ShelfScorer
{
    public static void Score(RecommendationShelf shelf, Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        switch (shelf)
        {
            case RecommendationShelf.Personal:
                // Who proposes explores by itself.
                if (workspace.Proposed.Count == 0) LittleKnown.Find(knowledge, query, workspace);
                PersonalBlend.Fill(knowledge, query, workspace);
                break;
            case RecommendationShelf.Similar:
                ContextScorer.Score(knowledge, workspace);
                workspace.Blend.Add(workspace.Context, 1, RecommendationSource.Similar);
                break;
            default:
                break;
        }

        BlendedTier.Score(knowledge, workspace);
    }
}
