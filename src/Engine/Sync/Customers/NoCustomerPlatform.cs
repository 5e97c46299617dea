using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using PersonalizationEngine.Engine.Sync.Customers.Positions;
using PersonalizationEngine.Engine.Sync.Customers.Rows;

namespace PersonalizationEngine.Engine.Sync.Customers;

/// <summary>Stands in where no customer data platform is read.</summary>
public sealed class NoCustomerPlatform : ICustomerPlatform
{
    public CdpMapping Mapping => CdpMapping.None;

    public Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IReadOnlyList<SourceRow>> ReadAsync(TableMapping table, ReadingCursor? after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceRow>>([]);

    public Task<IReadOnlyList<object?>> FindAsync(TableMapping table, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<object?>>([]);
}
