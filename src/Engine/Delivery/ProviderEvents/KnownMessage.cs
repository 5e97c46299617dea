namespace PersonalizationEngine.Engine.Delivery.ProviderEvents;

/// <summary>A message that was sent, as far as events about it ask.</summary>
/// <param name="Channel">Null when it never went out.</param>
public sealed record KnownMessage(string MessageId, string? ProviderMessageId, string PersonId, string? Channel, string? Topic);
