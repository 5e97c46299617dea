using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Recommendations;

public sealed record RecommendedItems(
    string UserId, bool Known, string DecisionId, RecommendationPage Page, string Recommender, bool IsDegraded, DateTimeOffset At);
