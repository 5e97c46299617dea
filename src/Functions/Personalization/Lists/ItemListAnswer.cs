using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>The answer of every list that needs no person.</summary>
/// <param name="RecommendId">What impressions and clicks of these items are reported with.</param>
/// <param name="DecisionId">The same, as other answers name it.</param>
/// <param name="UserId">Null when nobody in particular asked.</param>
/// <param name="ItemId">The item in question; null where there is none.</param>
/// <param name="NextOffset">Where the next page begins; null on the last one.</param>
/// <param name="UnusedInputs">What the list does without for want of consent; most often nothing.</param>
internal sealed record ItemListAnswer(
    string RecommendId,
    string DecisionId,
    string? UserId,
    string? ItemId,
    IReadOnlyList<ListedItemAnswer> Recommendations,
    int? NextOffset,
    string Recommender,
    bool Degraded,
    IReadOnlyList<string> UnusedInputs,
    DateTimeOffset GeneratedAt)
{
    public static ItemListAnswer Of(RecommendedItems found, string? itemId, ItemCatalogue catalogue) => new(
        found.DecisionId,
        found.DecisionId,
        found.UserId,
        itemId,
        [.. found.Page.Items.Select(item => ListedItemAnswer.Of(item, catalogue))],
        found.NextOffset,
        found.Recommender,
        found.IsDegraded,
        Core.Profiles.Consent.UnusedInputs.OfDecisions(found.Permissions),
        found.At);
}
