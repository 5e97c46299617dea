using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>One way to send on one channel. Several on a channel stand in for each other, in the order they are registered.</summary>
public interface IChannelProvider
{
    /// <summary>Unique among them, in snake case: <c>email_webhook</c>, <c>smtp</c>, <c>fcm</c>.</summary>
    string Name { get; }

    string Channel { get; }

    /// <summary>Hands a message over. Never throws but for cancellation: what goes wrong is an answer.</summary>
    Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
