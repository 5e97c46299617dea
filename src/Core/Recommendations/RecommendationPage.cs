namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// A stretch of one ordered list. As long as nothing is learned in between, the pages of a query neither overlap nor skip.
/// </summary>
/// <param name="Offset">The place of the first item in the whole list, from 0.</param>
/// <param name="HasMore">Whether the list goes on after this page.</param>
public sealed record RecommendationPage(IReadOnlyList<RecommendedItem> Items, int Offset, bool HasMore)
{
    /// <summary>The recommender the list comes from, as answers name it; null when it is the one that was asked.</summary>
    public string? Recommender { get; init; }

    /// <summary>The recommender that should have made the list failed, and another stood in for it.</summary>
    public bool IsStandIn { get; init; }
}
