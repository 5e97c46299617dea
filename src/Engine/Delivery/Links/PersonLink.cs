namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>A link by which a person says what they want, without being asked who they are.</summary>
/// <param name="Channel">The message came by.</param>
/// <param name="Topic">Of the message; null when it had none.</param>
public sealed record PersonLink(string PersonId, string Channel, string? Topic, string? MessageId);
