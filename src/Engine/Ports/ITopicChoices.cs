using PersonalizationEngine.Engine.Delivery.Preferences;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people said about topics. Whoever said nothing has what the topic says.</summary>
public interface ITopicChoices
{
    /// <summary>By person; ask right before sending.</summary>
    Task<ILookup<string, TopicChoice>> OfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);

    /// <summary>The last word counts. Nothing is written of somebody who was erased.</summary>
    Task SaveAsync(string personId, IReadOnlyCollection<TopicChoice> choices, DateTimeOffset now, CancellationToken cancellationToken);
}
