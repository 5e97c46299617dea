using PersonalizationEngine.Engine.Delivery.DeadLetters;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>One source of dead letters; the list shows those of all.</summary>
public interface IDeadLetters
{
    /// <summary>Unique among the sources: lower case letters.</summary>
    string Kind { get; }

    /// <summary>The highest id first, below the given one.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(long beforeId, int limit, CancellationToken cancellationToken);

    /// <returns>False when there is no such dead letter.</returns>
    Task<bool> ReplayAsync(long id, CancellationToken cancellationToken);

    /// <summary>All that were asked for since then.</summary>
    /// <returns>How many.</returns>
    Task<int> ReplaySinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
