using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Sync.Customers.Positions;
using PersonalizationEngine.Engine.Sync.Customers.Rows;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The customer data platform's database, which is only ever read. Every method throws <see cref="OutsideSystemException"/> when it fails.</summary>
public interface ICustomerPlatform
{
    CdpMapping Mapping { get; }

    /// <summary>All that the mapping names and the database does not have, each with its setting; empty when it fits.</summary>
    Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellationToken);

    /// <summary>The rows after the cursor, in the order of the table's reading; from the beginning when it is null.</summary>
    /// <param name="limit">Fewer rows mean that the end was reached.</param>
    Task<IReadOnlyList<SourceRow>> ReadAsync(TableMapping table, ReadingCursor? after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The ids of those records (items or customers) that have a row, as cells of a <see cref="SourceRow"/>; where the database
    /// takes two ids for the same, also one that was not asked for.
    /// </summary>
    Task<IReadOnlyList<object?>> FindAsync(TableMapping table, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
