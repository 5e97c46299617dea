namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>An item that would have been recommended.</summary>
/// <param name="Why">In a sentence.</param>
public sealed record LeftOutItem(string ItemId, string Why);
