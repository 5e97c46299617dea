namespace PersonalizationEngine.Engine.Overview.Outcomes;

/// <summary>Messages by where they stand.</summary>
/// <param name="Status">One of <see cref="Delivery.Messages.MessageStatus"/>.</param>
/// <param name="Week">Planned in the last seven days.</param>
/// <param name="Day">Of those, planned in the last 24 hours.</param>
public sealed record StatusCount(string Status, long Week, long Day);
