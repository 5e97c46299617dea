using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people did with items as the web analytics system saw it, so that recommenders learn from sites that send no webhooks.</summary>
public interface IWebInteractions
{
    /// <summary>From the first instant on and before the second, in time order, in memory that does not grow with their number.</summary>
    /// <exception cref="InvalidDataException">Its tables are not what is needed; the message says what is missing.</exception>
    IAsyncEnumerable<ItemActivity> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
