using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What became of definitions; <see cref="IDefinitions{T}"/> writes it with each change.</summary>
public interface IDefinitionHistory
{
    /// <summary>Of one definition, the latest first, before the given version.</summary>
    Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(string kind, long id, int before, int limit, CancellationToken cancellationToken);

    /// <summary>The latest version of each of some definitions, without its document; what was never changed since there is a history is left out.</summary>
    Task<IReadOnlyList<DefinitionVersion>> LatestAsync(string kind, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    Task<DefinitionVersion?> FindAsync(string kind, long id, int version, CancellationToken cancellationToken);
}
