namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>An item of a person's profile.</summary>
/// <param name="Item">The item's number.</param>
/// <param name="Weight">What it counts, above 0: the event weight, faded by its place in the history.</param>
public readonly record struct WeightedItem(int Item, float Weight);
