namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The numbers of an item's features: categories, then tags, then words.</summary>
/// <param name="LabelCount">How many are categories or tags.</param>
internal readonly record struct ItemFeatures(int[] Numbers, int CategoryCount, int LabelCount);
