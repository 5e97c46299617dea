namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>An item at its place in the list.</summary>
internal readonly record struct ShelfItem(int Item, double Score, RecommendationSource Source);
