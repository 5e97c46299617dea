namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>A cap that is used up.</summary>
/// <param name="UsedBy">Keys of the sends that used it up, newest first.</param>
/// <param name="FreeAt">When it has a send left again, should nothing else be sent; null when it never has one for this priority.</param>
internal sealed record CapFinding(string Cap, IReadOnlyList<string> UsedBy, DateTimeOffset? FreeAt);
