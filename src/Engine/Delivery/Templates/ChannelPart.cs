namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <param name="IsLine">Nothing in it may break the line.</param>
/// <param name="MaxLength">Characters of its source.</param>
public sealed record ChannelPart(string Name, bool IsRequired, int MaxLength, Escaping Escaping = Escaping.None, bool IsLine = false);
