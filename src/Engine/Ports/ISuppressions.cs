using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Addresses that get nothing. The address of somebody who was erased goes on being suppressed, as a keyed hash.</summary>
public interface ISuppressions
{
    /// <summary>Those of the addresses that are suppressed now. Ask right before sending.</summary>
    /// <param name="addresses">In their one form, see <see cref="ChannelAddress.Of"/>.</param>
    Task<IReadOnlyDictionary<ChannelAddress, Suppression>> OfAsync(IReadOnlyCollection<ChannelAddress> addresses, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>By channel and address, after the given one.</summary>
    Task<IReadOnlyList<Suppression>> ListAsync(SuppressionQuery query, ChannelAddress? after, int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds those that are not there yet, and gives those that are the reason that weighs more.</summary>
    /// <param name="entry">Is written with them; null where no administrator did it.</param>
    /// <returns>How many were added or changed.</returns>
    Task<int> AddAsync(IReadOnlyList<Suppression> suppressions, AuditEntry? entry, CancellationToken cancellationToken);

    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(ChannelAddress address, AuditEntry? entry, CancellationToken cancellationToken);
}
