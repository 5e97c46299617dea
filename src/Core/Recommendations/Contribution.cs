namespace PersonalizationEngine.Core.Recommendations;

/// <summary>An item of the person's history, or of the session, that spoke for a recommended one.</summary>
/// <param name="Share">Of the recommended item's score, above 0 to 1. The shares of one item sum to at most 1.</param>
public readonly record struct Contribution(string ItemId, double Share);
