using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Things marketers define: content rules, experiments. Every change raises the playbook's version and is kept in the history.</summary>
/// <typeparam name="T">The definition; its id is given by the store.</typeparam>
public interface IDefinitions<T>
    where T : class
{
    /// <summary>Under which its history and its drafts are kept.</summary>
    string Kind { get; }

    /// <summary>By id, after the given one.</summary>
    Task<IReadOnlyList<Stored<T>>> ListAsync(long afterId, int limit, CancellationToken cancellationToken);

    Task<Stored<T>?> FindAsync(long id, CancellationToken cancellationToken);

    /// <returns>Null when another one has the same key already.</returns>
    Task<Stored<T>?> AddAsync(T definition, Edit edit, CancellationToken cancellationToken);

    /// <summary>Replaces the definition if its version is still the given one.</summary>
    /// <returns>Null when it is not, or when another one has the same key.</returns>
    Task<Stored<T>?> ReplaceAsync(long id, int version, T definition, Edit edit, CancellationToken cancellationToken);

    /// <returns>False when the version is no longer the given one.</returns>
    Task<bool> RemoveAsync(long id, int version, Edit edit, CancellationToken cancellationToken);
}
