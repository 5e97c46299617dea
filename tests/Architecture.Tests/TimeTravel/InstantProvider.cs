using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Architecture.Tests.TimeTravel;

/// <summary>Takes every email at once and keeps when it was.</summary>
internal sealed class InstantProvider(TimeProvider time) : IMessageSender
{
    public ConcurrentQueue<(OutgoingMessage Message, DateTimeOffset At)> Sent { get; } = new();

    public bool CanSend(string channel) => channel == "email";

    public Task<SentBy> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue((message, time.GetUtcNow()));
        return Task.FromResult(new SentBy("instant", new ProviderAnswer.Accepted(message.MessageId)));
    }
}
