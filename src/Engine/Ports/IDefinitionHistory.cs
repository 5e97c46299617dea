using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What became of definitions; <see cref="IDefinitions{T}"/> writes it with each change.</summary>
public interface IDefinitionHistory
{
    /// <summary>Of one definition, the latest first, before the given version.</summary>
    Task<IReadOnlyList<DefinitionVersion>> VersionsAsync(string kind, long id, int before, int limit, CancellationToken cancellationToken);

    Task<DefinitionVersion?> FindAsync(string kind, long id, int version, CancellationToken cancellationToken);

    /// <summary>Of all definitions, the latest first, before the given one.</summary>
    /// <param name="kind">Null for every kind.</param>
    /// <param name="id">Null for every definition.</param>
    /// <param name="before">An <see cref="DefinitionVersion.Id"/>.</param>
    Task<IReadOnlyList<AuditedChange>> ChangesAsync(string? kind, long? id, long before, int limit, CancellationToken cancellationToken);
}
