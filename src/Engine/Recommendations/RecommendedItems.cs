using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Recommendations;

/// <param name="UserId">Null for nobody in particular.</param>
public sealed record RecommendedItems(
    string? UserId, bool Known, string DecisionId, RecommendationPage Page, string Recommender, bool IsDegraded, DateTimeOffset At)
{
    /// <summary>Of the person; nobody in particular withholds nothing.</summary>
    public Permissions Permissions { get; init; } = Permissions.All;

    /// <summary>Where the next page begins; null on the last one.</summary>
    public int? NextOffset => Page.HasMore ? Page.Offset + Page.Items.Count : null;
}
