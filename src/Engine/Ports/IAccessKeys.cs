using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Personal keys that were made on the dashboard. Revoked ones stay: the audit goes on naming them.</summary>
public interface IAccessKeys
{
    /// <summary>All that hold.</summary>
    Task<IReadOnlyList<AccessKey>> ListHoldingAsync(CancellationToken cancellationToken);

    /// <summary>The latest first, revoked ones among them, before the given one.</summary>
    /// <param name="before">An <see cref="AccessKey.Id"/>; <see cref="long.MaxValue"/> begins with the latest.</param>
    Task<IReadOnlyList<AccessKey>> ListAsync(long before, int limit, CancellationToken cancellationToken);

    /// <param name="key">Its id is not asked.</param>
    /// <param name="entry">Written with it, or neither.</param>
    /// <param name="most">How many may hold at a time.</param>
    /// <returns>Null where the name is taken, by a revoked key as well, or as many hold already.</returns>
    Task<AccessKey?> AddAsync(AccessKey key, AuditEntry entry, int most, CancellationToken cancellationToken);

    /// <param name="describe">Makes the entry that is written with it.</param>
    /// <returns>The key as it was; null where there is none that holds.</returns>
    Task<AccessKey?> RevokeAsync(long id, DateTimeOffset at, Func<AccessKey, AuditEntry> describe, CancellationToken cancellationToken);

    /// <summary>Notes that it was used, unless something later is noted already.</summary>
    Task TouchAsync(long id, DateTimeOffset at, CancellationToken cancellationToken);
}
