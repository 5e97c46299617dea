using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people did with items, for training.</summary>
public interface IInteractionStore
{
    /// <summary>From that instant on, in time order.</summary>
    IAsyncEnumerable<ItemActivity> ReadAsync(DateTimeOffset from, CancellationToken cancellationToken);
}
