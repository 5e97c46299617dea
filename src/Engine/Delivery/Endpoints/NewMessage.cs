namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>A message to be kept before it is sent.</summary>
/// <param name="PersonId">Whom it is about; what is about erased people is not kept.</param>
/// <param name="Reason">Why it is dead from the start; null for one that is to be sent.</param>
public sealed record NewMessage(
    long EndpointId, string EventId, string EventType, string MessageId, string? PersonId, string Payload, DateTimeOffset At, string? Reason = null);
