namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>How often an item was shown as a recommendation, and clicked.</summary>
public readonly record struct ShownItem(string ItemId, int Impressions, int Clicks);
