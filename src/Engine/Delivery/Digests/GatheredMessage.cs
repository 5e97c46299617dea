namespace PersonalizationEngine.Engine.Delivery.Digests;

/// <summary>A message that goes as a part of a digest.</summary>
public sealed record GatheredMessage(string MessageId, string Source, long SourceId, long Occurrence, string Template, int Priority, DateTimeOffset CreatedAt);
