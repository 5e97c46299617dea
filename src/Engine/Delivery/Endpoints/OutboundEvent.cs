namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Something customers may want to be told of.</summary>
/// <param name="Type">One of <see cref="OutboundEventTypes"/>.</param>
/// <param name="EventId">The same whoever raises it and however often; it is told of once. 200 characters at most.</param>
/// <param name="Data">A JSON object.</param>
/// <param name="PersonId">Whom it is about; null when it is about nobody.</param>
public sealed record OutboundEvent(string Type, string EventId, DateTimeOffset At, string Data, string? PersonId = null);
