namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>An event on its way to one endpoint.</summary>
/// <param name="MessageId">Of the event, the same for all endpoints and attempts: <c>webhook-id</c>.</param>
/// <param name="Payload">The body to the byte.</param>
/// <param name="Attempts">Made since it was last asked for.</param>
public sealed record EndpointMessage(long Id, long EndpointId, string MessageId, string EventType, string Payload, int Attempts);
