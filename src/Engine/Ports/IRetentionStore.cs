using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Deletes what is too old.</summary>
public interface IRetentionStore
{
    /// <summary>Deletes at most <paramref name="batch"/> rows of a kind that are older.</summary>
    /// <returns>How many; less than the batch when none is left.</returns>
    Task<int> PurgeAsync(RetainedKind kind, DateTimeOffset olderThan, int batch, CancellationToken cancellationToken);
}
