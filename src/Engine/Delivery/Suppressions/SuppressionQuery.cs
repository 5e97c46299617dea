namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <summary>Which suppressions to list; null for any.</summary>
/// <param name="Address">What the address begins with, in its one form; the address of an erased person is found only whole.</param>
public sealed record SuppressionQuery(string? Channel, string? Reason, string? Address);
