using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The stored catalogue.</summary>
public interface IItemStore
{
    /// <summary>The last change of each item, deletions among them: what is gone must not be recommended for its past.</summary>
    IAsyncEnumerable<ItemChange> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>The last change of each item that was written at or after that instant, whoever wrote it.</summary>
    IAsyncEnumerable<ItemChange> ReadWrittenSinceAsync(DateTimeOffset instant, CancellationToken cancellationToken);
}
