namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Adds the next best items to the shelf, as many as it has room for or as there are.</summary>
internal delegate void RankMore(Knowledge knowledge, RecommendationQuery query, ServingWorkspace workspace);
