namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>A link of a message.</summary>
/// <param name="Url">Where it leads; http or https.</param>
public sealed record TrackedLink(string MessageId, string Url);
