using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Events that were refused and wait for a replay.</summary>
public interface IRefusedEvents
{
    /// <summary>By id, after the given one, oldest first.</summary>
    Task<IReadOnlyList<RefusedEvent>> ListAsync(long afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Those of the ids that are still there.</summary>
    Task<IReadOnlyList<RefusedEvent>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);
}
