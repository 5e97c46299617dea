using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Nothing is known of what definitions were.</summary>
internal sealed class NoDefinitionHistory : IDefinitionHistory
{
    public Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(string kind, long id, int before, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DefinitionVersion>>([]);

    public Task<IReadOnlyList<DefinitionVersion>> LatestAsync(string kind, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DefinitionVersion>>([]);

    public Task<DefinitionVersion?> FindAsync(string kind, long id, int version, CancellationToken cancellationToken) =>
        Task.FromResult<DefinitionVersion?>(null);
}
