using PersonalizationEngine.Engine.Delivery.DeadLetters;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>Messages to people that should have been sent and could not be.</summary>
public sealed class FailedMessages(IDeliveries deliveries, TimeProvider time) : IDeadLetters
{
    public const string KindName = "message";

    public string Kind => KindName;

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(long beforeId, int limit, CancellationToken cancellationToken) =>
    [
        .. (await deliveries.ListAsync(new DeliveryQuestion(beforeId, limit) { Status = MessageStatus.Failed }, cancellationToken)).Select(message => new DeadLetter(
            KindName, message.Id, message.MessageId, $"person {message.PersonId}", message.Template, message.Reason ?? "", message.Detail, message.Attempts,
            message.CreatedAt, message.UpdatedAt)),
    ];

    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken) =>
        await deliveries.ListAsync(new DeliveryQuestion(id + 1, 1) { Status = MessageStatus.Failed }, cancellationToken) is [{ } message] && message.Id == id
        && await deliveries.ReplayAsync(message.MessageId, null, time.GetUtcNow(), cancellationToken) > 0;

    public Task<int> ReplaySinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        deliveries.ReplayAsync(null, since, time.GetUtcNow(), cancellationToken);
}
