using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>The answer of <c>recommend</c>.</summary>
/// <param name="RecommendId">What impressions and clicks of these items are reported with.</param>
/// <param name="DecisionId">The same, as other answers name it.</param>
/// <param name="NextOffset">Where the next page begins; null on the last one.</param>
/// <param name="UnusedInputs">What the list does without for want of consent; most often nothing.</param>
internal sealed record RecommendAnswer(
    string RecommendId,
    string DecisionId,
    string UserId,
    bool Known,
    IReadOnlyList<ListedItemAnswer> Recommendations,
    int? NextOffset,
    string Recommender,
    bool Degraded,
    IReadOnlyList<string> UnusedInputs,
    DateTimeOffset GeneratedAt)
{
    public static RecommendAnswer Of(string userId, RecommendedItems found, ItemCatalogue catalogue) => new(
        found.DecisionId,
        found.DecisionId,
        userId,
        found.Known,
        [.. found.Page.Items.Select(item => ListedItemAnswer.Of(item, catalogue))],
        found.NextOffset,
        found.Recommender,
        found.IsDegraded,
        Core.Profiles.Consent.UnusedInputs.OfDecisions(found.Permissions),
        found.At);
}
