using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The web analytics system, which counts for itself: one question gives the factors of everybody.</summary>
public interface IWebAnalytics
{
    /// <summary>Streams one row for each visitor, in no order, in memory that does not grow with their number.</summary>
    /// <exception cref="InvalidDataException">Its tables are not what is needed; the message says what is missing.</exception>
    IAsyncEnumerable<VisitorBehaviour> ReadAsync(VisitorQuery query, CancellationToken cancellationToken);
}
