namespace PersonalizationEngine.Core.Recommendations;

/// <summary>An item, how strongly it is recommended, and why.</summary>
/// <param name="Score">From 1, the best of the list, towards 0, never rising along the list; no probability.</param>
/// <param name="Source">What spoke most for the item.</param>
/// <param name="Reason">An English sentence of at most 140 characters for the person who reads it.</param>
public sealed record RecommendedItem(string ItemId, double Score, RecommendationSource Source, string Reason);
