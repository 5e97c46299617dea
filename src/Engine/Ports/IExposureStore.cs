using PersonalizationEngine.Engine.Personalization.Outbox;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What decisions leave behind.</summary>
public interface IExposureStore
{
    /// <summary>
    /// Stores first exposures and message requests; one that is there already stays as it is. Nothing is stored about people who
    /// were erased.
    /// </summary>
    /// <returns>Ids of those whose exposures or requests were left out.</returns>
    Task<IReadOnlySet<string>> SaveAsync(IReadOnlyList<Exposure> exposures, IReadOnlyList<MessageRequest> messages, CancellationToken cancellationToken);
}
