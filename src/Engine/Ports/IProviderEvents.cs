using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Where what providers tell of messages is found and kept.</summary>
public interface IProviderEvents
{
    /// <summary>Those of the events that were taken before.</summary>
    Task<IReadOnlySet<string>> TakenAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken);

    /// <summary>Messages by our ids, or by the providers'.</summary>
    Task<IReadOnlyList<KnownMessage>> MessagesAsync(
        IReadOnlyCollection<string> messageIds, IReadOnlyCollection<string> providerIds, CancellationToken cancellationToken);

    /// <summary>The people who have an email address or a phone number; seldom more than one.</summary>
    Task<IReadOnlyList<string>> PeopleAtAsync(ChannelAddress address, CancellationToken cancellationToken);

    /// <summary>In one transaction; what is known already is not written again, and the events count as taken from then on.</summary>
    Task SaveAsync(
        IReadOnlyCollection<string> eventIds, IReadOnlyList<MessageNews> news, IReadOnlyList<Suppression> suppressed,
        IReadOnlyList<ChannelAddress> lifted, DateTimeOffset now, CancellationToken cancellationToken);
}
