using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The stored catalogue.</summary>
public interface IItemStore
{
    IAsyncEnumerable<ItemRecord> ReadAllAsync(CancellationToken cancellationToken);
}
