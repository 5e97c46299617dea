using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Customers' endpoints as stored.</summary>
public interface ICustomerEndpoints
{
    /// <summary>By id, after the given one.</summary>
    Task<IReadOnlyList<CustomerEndpoint>> ListAsync(long afterId, int limit, CancellationToken cancellationToken);

    Task<CustomerEndpoint?> FindAsync(long id, CancellationToken cancellationToken);

    Task<CustomerEndpoint> AddAsync(EndpointDefinition definition, string secret, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps what somebody changed; enabling it forgets why it was disabled.</summary>
    Task<CustomerEndpoint?> ReplaceAsync(long id, EndpointDefinition definition, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The secret there was signs until the given instant.</summary>
    Task<CustomerEndpoint?> RotateAsync(long id, string secret, DateTimeOffset oldUntil, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>With all of its messages.</summary>
    Task<bool> RemoveAsync(long id, CancellationToken cancellationToken);

    /// <summary>Disables it by itself; its waiting messages are dead.</summary>
    /// <returns>False when it was disabled already.</returns>
    Task<bool> DisableAsync(long id, string reason, DateTimeOffset now, CancellationToken cancellationToken);
}
