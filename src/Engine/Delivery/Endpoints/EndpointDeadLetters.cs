using System.Globalization;
using PersonalizationEngine.Engine.Delivery.DeadLetters;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Messages to customers' endpoints that were given up.</summary>
public sealed class EndpointDeadLetters(IEndpointMessages messages, TimeProvider time) : IDeadLetters
{
    public const string KindName = "webhook";

    public string Kind => KindName;

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(long beforeId, int limit, CancellationToken cancellationToken) =>
    [
        .. (await messages.ListAsync(null, EndpointMessageStatus.Dead, beforeId, limit, cancellationToken)).Select(message => new DeadLetter(
            KindName, message.Id, message.MessageId, string.Create(CultureInfo.InvariantCulture, $"endpoint {message.EndpointId}"), message.EventType,
            message.Reason ?? "", message.HttpStatus is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}") : null,
            message.Attempts, message.CreatedAt, message.UpdatedAt)),
    ];

    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken) =>
        await messages.ReplayAsync(new ReplayChoice(null, id, null, OnlyDead: true), time.GetUtcNow(), cancellationToken) > 0;

    public Task<int> ReplaySinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        messages.ReplayAsync(new ReplayChoice(null, null, since, OnlyDead: true), time.GetUtcNow(), cancellationToken);
}
