using PersonalizationEngine.Core.Delivery.Reach;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How people took to the messages they got.</summary>
public interface IChannelResponses
{
    /// <summary>By person, then by channel; who got nothing is not in it.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, ChannelResponse>>> OfAsync(
        IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);
}
