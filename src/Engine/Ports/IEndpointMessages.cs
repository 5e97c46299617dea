using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Messages to customers' endpoints.</summary>
public interface IEndpointMessages
{
    /// <summary>An event an endpoint has a message of already is left as it is.</summary>
    Task AddAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken);

    /// <summary>Enabled endpoints that have something due.</summary>
    Task<IReadOnlyList<long>> DueEndpointsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The next due messages of an endpoint, which nobody else takes until the lease ends.</summary>
    Task<IReadOnlyList<EndpointMessage>> TakeAsync(long endpointId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken);

    /// <summary>Keeps what came of attempts, each with its own row, and since when the endpoint fails.</summary>
    Task SettleAsync(long endpointId, IReadOnlyList<SettledMessage> settled, CancellationToken cancellationToken);

    /// <summary>The newest first, before the given id.</summary>
    /// <param name="endpointId">Null for those of all.</param>
    Task<IReadOnlyList<KeptMessage>> ListAsync(
        long? endpointId, EndpointMessageStatus? status, long before, int limit, CancellationToken cancellationToken);

    /// <summary>Messages are to be sent once more, from the first attempt on.</summary>
    /// <returns>How many.</returns>
    Task<int> ReplayAsync(ReplayChoice choice, DateTimeOffset now, CancellationToken cancellationToken);
}
