namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>A message as it is shown.</summary>
public sealed record KeptMessage(
    long Id, long EndpointId, string MessageId, string EventType, EndpointMessageStatus Status, int Attempts, string? Reason, int? HttpStatus,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt);
