namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>One attempt to deliver a message.</summary>
/// <param name="HttpStatus">Null without an answer.</param>
/// <param name="Reason">Null when it was delivered; in snake case.</param>
public sealed record EndpointAttempt(DateTimeOffset At, int? HttpStatus, string? Reason, TimeSpan Took)
{
    public bool IsDelivered => Reason is null;
}
