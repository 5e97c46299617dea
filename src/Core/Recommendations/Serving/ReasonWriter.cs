namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Says why an item is on the shelf, naming only what was counted.</summary>
internal static class ReasonWriter
{
    /// <param name="causes">What spoke for the item.</param>
    public static RecommendationReason Write(
        Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, ShelfItem placed, in ProfileCauses causes) =>
        placed.Source switch
        {
            RecommendationSource.ItemBased when causes.Strongest >= 0 =>
                new RecommendationReason(ReasonKind.Viewed, knowledge.NameOf(causes.Strongest), causes.Others),
            RecommendationSource.ItemBased or RecommendationSource.UserBased => new RecommendationReason(ReasonKind.SimilarTaste),
            RecommendationSource.Similar => Similar(knowledge, workspace, placed.Item),
            RecommendationSource.Trending => Trending(knowledge, query.Instant, placed.Item),
            RecommendationSource.Popular =>
                new RecommendationReason(ReasonKind.Popular, Count: knowledge.State.AudienceOf(placed.Item)?.Total ?? 0),
            RecommendationSource.PopularInSegment => new RecommendationReason(ReasonKind.PopularInSegment),
            RecommendationSource.Exploration => new RecommendationReason(ReasonKind.Exploration),
            RecommendationSource.Gorse => new RecommendationReason(ReasonKind.Proposed),
            RecommendationSource.Pinned => new RecommendationReason(ReasonKind.Pinned),
            _ => New(knowledge, workspace, placed),
        };

    private static RecommendationReason Similar(Knowledge knowledge, ServingWorkspace workspace, int item)
    {
        foreach (var context in workspace.ContextItems)
        {
            if (knowledge.State.SessionPartnersOf(context)?.Items.Contains(item) == true)
                return new RecommendationReason(ReasonKind.ViewedTogether, knowledge.NameOf(context));
        }

        var isAlike = workspace.Cosine[item] > 0 || workspace.Alike[item] > 0;
        return new RecommendationReason(isAlike ? ReasonKind.Similar : ReasonKind.Related, knowledge.NameOf(workspace.ContextItems[0]));
    }

    /// <summary>Tells of the shortest span, from the half-life up to four of them, in which at least two people came.</summary>
    private static RecommendationReason Trending(Knowledge knowledge, DateTimeOffset instant, int item)
    {
        var (halfLife, audience) = (knowledge.Settings.TrendingHalfLife, knowledge.State.AudienceOf(item));
        for (var span = halfLife; audience is not null && span <= 4 * halfLife; span *= 2)
        {
            var people = audience.CountSince(instant, span);
            if (people >= 2) return new RecommendationReason(ReasonKind.Trending, null, people, people >= knowledge.Settings.AudienceCap, span);
        }

        return new RecommendationReason(ReasonKind.Trending);
    }

    private static RecommendationReason New(Knowledge knowledge, ServingWorkspace workspace, ShelfItem placed)
    {
        var entry = knowledge.Catalogue.Find(placed.Item);
        if (entry is null || entry.Labels.IsEmpty) return new RecommendationReason(ReasonKind.New);
        var best = entry.Labels[0];
        if (placed.Propensity > 0)
            foreach (var feature in entry.Labels)
                if (workspace.FeatureWeights[feature] > workspace.FeatureWeights[best]) best = feature;
        return new RecommendationReason(ReasonKind.New, knowledge.Catalogue.Features.NameOf(best));
    }
}
