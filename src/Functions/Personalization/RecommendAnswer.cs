using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>The answer of <c>recommend</c>.</summary>
/// <param name="NextOffset">Where the next page begins; null on the last one.</param>
internal sealed record RecommendAnswer(
    string DecisionId,
    string UserId,
    bool Known,
    IReadOnlyList<RecommendationAnswer> Recommendations,
    int? NextOffset,
    string Recommender,
    bool Degraded,
    DateTimeOffset GeneratedAt)
{
    public static RecommendAnswer Of(RecommendedItems found, ItemCatalogue catalogue) => new(
        found.DecisionId,
        found.UserId,
        found.Known,
        [.. found.Page.Items.Select(item => RecommendationAnswer.Of(item, catalogue))],
        found.Page.HasMore ? found.Page.Offset + found.Page.Items.Count : null,
        found.Recommender,
        found.IsDegraded,
        found.At);
}
