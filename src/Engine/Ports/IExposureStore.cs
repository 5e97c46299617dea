using PersonalizationEngine.Engine.Personalization.Outbox;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What decisions leave behind.</summary>
public interface IExposureStore
{
    /// <summary>Stores first exposures and message requests; one that is there already stays as it is.</summary>
    Task SaveAsync(IReadOnlyList<Exposure> exposures, IReadOnlyList<MessageRequest> messages, CancellationToken cancellationToken);
}
