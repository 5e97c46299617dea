using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Gives items that nobody met yet a bounded chance with people who like their categories, tags and words: every tenth place by
/// default, never the first. Without it an item could stay unseen because it is unseen.
/// </summary>
internal static class NewItems
{
    // What a person liked lately and most: enough to choose by, and each look costs time.
    private const int NewestProfileItems = 20;
    private const int LeadingFeatures = 8;
    private const int MostItems = 20;

    /// <summary>Finds the new items that suit history and context, and keeps them from the other tiers.</summary>
    public static void Find(Knowledge knowledge, ServingWorkspace workspace)
    {
        if (knowledge.Catalogue.Features.Count == 0) return;
        WeighFeatures(knowledge, workspace);
        AddAffinities(knowledge, workspace);

        workspace.TopItems.Begin(MostItems);
        foreach (var item in workspace.Affinities.Touched) workspace.TopItems.Offer(item, workspace.Affinities[item]);
        foreach (var (item, _) in workspace.TopItems.Drain())
        {
            workspace.NewItems.Add(item);
            workspace.Filter.Block(item);
        }
    }

    /// <summary>Puts them in their places; those left over follow at the end of a list that is short.</summary>
    public static void Place(int every, ServingWorkspace workspace)
    {
        var shelf = workspace.Shelf;
        var place = every - 1;
        foreach (var item in workspace.NewItems)
        {
            shelf.Insert(Math.Min(place, shelf.Items.Count), item, RecommendationSource.New);
            place += every;
        }
    }

    private static void WeighFeatures(Knowledge knowledge, ServingWorkspace workspace)
    {
        workspace.FeatureWeights.Reset(knowledge.Catalogue.Features.Count);
        foreach (var (item, weight) in workspace.Profile[..Math.Min(NewestProfileItems, workspace.Profile.Length)])
            Weigh(knowledge.Catalogue, item, weight, workspace.FeatureWeights);
        foreach (var item in workspace.ContextItems) Weigh(knowledge.Catalogue, item, 1, workspace.FeatureWeights);
    }

    private static void Weigh(Catalogue catalogue, int item, float weight, ScoreBuffer features)
    {
        if (catalogue.Find(item) is not { } entry) return;
        foreach (var feature in entry.Features)
            if (catalogue.Features.Rarity(feature) is > 0 and var rarity) features.Add(feature, weight * rarity);
    }

    private static void AddAffinities(Knowledge knowledge, ServingWorkspace workspace)
    {
        var (features, affinities) = (workspace.FeatureWeights, workspace.Affinities);
        affinities.Reset(knowledge.State.Items.Count);
        workspace.TopNumbers.Begin(LeadingFeatures);
        foreach (var feature in features.Touched) workspace.TopNumbers.Offer(feature, features[feature]);
        foreach (var (feature, weight) in workspace.TopNumbers.Drain())
        {
            foreach (var item in knowledge.Catalogue.Features.NewestItemsOf(feature))
                if (!knowledge.State.Popular.Contains(item) && workspace.Filter.Allows(item)) affinities.Add(item, weight);
        }
    }
}
