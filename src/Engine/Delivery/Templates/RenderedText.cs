namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <param name="Text">Null when it could not be rendered.</param>
/// <param name="Fault">Why not; null when it could.</param>
/// <param name="Missing">What was to be shown, is unknown and has no default, as it stands in the source.</param>
public readonly record struct RenderedText(string? Text, string? Fault, IReadOnlyList<string> Missing);
