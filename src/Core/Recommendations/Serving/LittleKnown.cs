namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Finds the items an exploration place is drawn from: few people have met them, and they suit the person's categories, tags and words;
/// for somebody of whom no taste is known, the newest. Without it an item could stay unseen because it is unseen.
/// </summary>
internal static class LittleKnown
{
    // What a person liked lately and most: enough to choose by, and each look costs time.
    private const int NewestProfileItems = 20;
    private const int LeadingFeatures = 8;
    private const int NewestItems = 200;

    public static void Find(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace)
    {
        workspace.Exploration.Begin(knowledge, query);
        workspace.FeatureWeights.Reset(knowledge.Catalogue.Features.Count);
        if (knowledge.Settings.ExploreEvery == 0) return;
        WeighFeatures(knowledge, workspace);
        if (workspace.FeatureWeights.IsEmpty) AddNewest(knowledge, workspace);
        else AddSuiting(knowledge, workspace);
    }

    private static void WeighFeatures(Knowledge knowledge, ServingWorkspace workspace)
    {
        foreach (var (item, weight) in workspace.Profile[..Math.Min(NewestProfileItems, workspace.Profile.Length)])
            Weigh(knowledge.Catalogue, item, weight, workspace.FeatureWeights);
        foreach (var item in workspace.ContextItems) Weigh(knowledge.Catalogue, item, 1, workspace.FeatureWeights);
    }

    private static void Weigh(Catalogue catalogue, int item, float weight, Models.ScoreBuffer features)
    {
        if (catalogue.Find(item) is not { } entry) return;
        foreach (var feature in entry.Features)
            if (catalogue.Features.Rarity(feature) is > 0 and var rarity) features.Add(feature, weight * rarity);
    }

    private static void AddSuiting(Knowledge knowledge, ServingWorkspace workspace)
    {
        var (features, affinities) = (workspace.FeatureWeights, workspace.Affinities);
        affinities.Reset(knowledge.State.Items.Count);
        workspace.TopNumbers.Begin(LeadingFeatures);
        foreach (var feature in features.Touched) workspace.TopNumbers.Offer(feature, features[feature]);
        foreach (var (feature, weight) in workspace.TopNumbers.Drain())
        {
            foreach (var item in knowledge.Catalogue.Features.NewestItemsOf(feature))
                if (IsLittleKnown(knowledge, item) && workspace.Filter.Allows(item)) affinities.Add(item, weight);
        }

        workspace.TopItems.Begin(Exploration.MostItems);
        foreach (var item in affinities.Touched) workspace.TopItems.Offer(item, affinities[item]);
        foreach (var (item, _) in workspace.TopItems.Drain()) workspace.Exploration.Add(item);
    }

    private static void AddNewest(Knowledge knowledge, ServingWorkspace workspace)
    {
        var newest = knowledge.Catalogue.NewestFirst;
        for (var place = 0; place < Math.Min(NewestItems, newest.Length) && !workspace.Exploration.IsFull; place++)
            if (IsLittleKnown(knowledge, newest[place]) && workspace.Filter.Allows(newest[place])) workspace.Exploration.Add(newest[place]);
    }

    private static bool IsLittleKnown(Knowledge knowledge, int item) => knowledge.State.AudienceOf(item) is { } audience
        ? audience.Total < knowledge.Settings.ExploreBelow
        : !knowledge.State.Popular.Contains(item);
}
