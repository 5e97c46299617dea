namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Says in a sentence why an item is on the shelf, naming only what was counted.</summary>
internal static class ReasonWriter
{
    public static string Write(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace, ShelfItem placed) =>
        placed.Source switch
        {
            RecommendationSource.ItemBased => ItemBased(knowledge, workspace, placed.Item),
            RecommendationSource.UserBased => "People with a similar taste viewed this",
            RecommendationSource.Similar => Similar(knowledge, workspace, placed.Item),
            RecommendationSource.Trending => Trending(knowledge, query.Instant, placed.Item),
            RecommendationSource.Popular => Popular(knowledge, placed.Item),
            _ => New(knowledge, workspace, placed.Item),
        };

    private static string ItemBased(Knowledge knowledge, ServingWorkspace workspace, int item)
    {
        var causes = ProfileCauses.Of(workspace, item);
        if (causes.Others == 0) return $"Because you viewed {ReasonWords.Quote(knowledge.NameOf(causes.Strongest))}";
        return $"Because you viewed {ReasonWords.Quote(knowledge.NameOf(causes.Strongest))} and {causes.Others} more";
    }

    private static string Similar(Knowledge knowledge, ServingWorkspace workspace, int item)
    {
        foreach (var context in workspace.ContextItems)
        {
            if (knowledge.State.SessionPartnersOf(context)?.Items.Contains(item) == true)
                return $"Viewed together with {ReasonWords.Quote(knowledge.NameOf(context))}";
        }

        var current = ReasonWords.Quote(knowledge.NameOf(workspace.ContextItems[0]));
        return workspace.Cosine[item] > 0 || workspace.Alike[item] > 0 ? $"Similar to {current}" : $"Related to {current}";
    }

    /// <summary>Tells of the shortest span, from the half-life up to four of them, in which at least two people came.</summary>
    private static string Trending(Knowledge knowledge, DateTimeOffset instant, int item)
    {
        var (halfLife, audience) = (knowledge.Settings.TrendingHalfLife, knowledge.State.AudienceOf(item));
        for (var span = halfLife; audience is not null && span <= 4 * halfLife; span *= 2)
        {
            var people = audience.CountSince(instant, span);
            if (people < 2) continue;
            var more = people >= knowledge.Settings.AudienceCap ? "+" : "";
            return $"Trending: {ReasonWords.Number(people)}{more} people viewed this in the last {ReasonWords.Span(span)}";
        }

        return "Trending now";
    }

    private static string Popular(Knowledge knowledge, int item) => (knowledge.State.AudienceOf(item)?.Total ?? 0) switch
    {
        0 => "Popular with visitors",
        1 => "Popular: 1 person viewed this",
        var people => $"Popular: {ReasonWords.Number(people)} people viewed this",
    };

    private static string New(Knowledge knowledge, ServingWorkspace workspace, int item)
    {
        var entry = knowledge.Catalogue.Find(item);
        if (entry is null || entry.Labels.IsEmpty) return "New in the catalogue";
        var best = entry.Labels[0];
        if (workspace.NewItems.Contains(item))
            foreach (var feature in entry.Labels)
                if (workspace.FeatureWeights[feature] > workspace.FeatureWeights[best]) best = feature;
        return $"New in {ReasonWords.Quote(knowledge.Catalogue.Features.NameOf(best))}";
    }
}
