using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Tells customers' endpoints what happened.</summary>
public interface IOutboundEvents
{
    /// <summary>
    /// Stores a message for each endpoint that wants to know; they are sent later. The same event raised again stores nothing.
    /// Durable when the task completes.
    /// </summary>
    Task RaiseAsync(IReadOnlyList<OutboundEvent> events, CancellationToken cancellationToken);
}
