using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Identity.Undoing;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Merges of people as they are remembered.</summary>
public interface IPersonMerges
{
    /// <summary>Those that an id's person came out of or went into, the latest first, from before a merge on.</summary>
    Task<IReadOnlyList<NotedMerge>> OfPersonAsync(string identity, long before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// In one transaction: puts both people back as they were, gives each what came with their ids since, and notes who did it.
    /// Whoever comes second is refused.
    /// </summary>
    /// <param name="by">The name of the key.</param>
    Task<UndoneMerge> UndoAsync(long mergeId, string by, CancellationToken cancellationToken);

    /// <summary>Links that were refused, the latest new one first, from before one on.</summary>
    Task<IReadOnlyList<NotedRefusal>> RefusalsAsync(long before, int limit, CancellationToken cancellationToken);
}
