using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Sends on a channel by whichever of its providers can.</summary>
public interface IMessageSender
{
    /// <summary>Whether there is any provider of a channel.</summary>
    bool CanSend(string channel);

    Task<SentBy> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}
