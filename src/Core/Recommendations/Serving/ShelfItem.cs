namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>An item at its place in the list.</summary>
/// <param name="Propensity">The probability with which chance chose it for its place; 0 where nothing was left to chance.</param>
internal readonly record struct ShelfItem(int Item, double Score, RecommendationSource Source, double Propensity = 0);
