using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Delivery.Suppressions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ports;
using PushToken = PersonalizationEngine.Core.Delivery.Reach.PushToken;
using Suppression = PersonalizationEngine.Core.Delivery.Suppressions.Suppression;
using TopicChoice = PersonalizationEngine.Core.Delivery.TopicChoice;

namespace PersonalizationEngine.Engine.Delivery.Recipients;

/// <summary>Adds to people what is stored about reaching them: devices, choices of topics, suppressed addresses, past response.</summary>
public sealed class ReachOfPeople(
    ITopicChoices choices, IPushTokens tokens, ISuppressions suppressions, IChannelResponses responses, Topics topics, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, ChannelResponse> NoResponses = new Dictionary<string, ChannelResponse>();

    /// <summary>What holds for whoever said nothing: topics that are off until somebody switches them on.</summary>
    private readonly Dictionary<string, TopicChoice> _unasked = topics.All.Where(topic => !topic.IsOn && !topic.IsCritical)
        .ToDictionary(topic => topic.Key, _ => new TopicChoice(false), StringComparer.Ordinal);

    /// <returns>By person.</returns>
    public async Task<IReadOnlyDictionary<string, Recipient>> OfAsync(IReadOnlyList<Recipient> people, CancellationToken cancellationToken)
    {
        List<string> ids = [.. people.Select(one => one.PersonId)];
        var said = await choices.OfAsync(ids, cancellationToken);
        var devices = await tokens.OfPeopleAsync(ids, cancellationToken);
        var responded = await responses.OfAsync(ids, cancellationToken);
        var suppressed = await suppressions.OfAsync(
            [.. people.SelectMany(one => AddressesOf(one, devices.GetValueOrDefault(one.PersonId) ?? [])).Distinct()], time.GetUtcNow(), cancellationToken);
        return people.ToDictionary(
            one => one.PersonId,
            one =>
            {
                var own = devices.GetValueOrDefault(one.PersonId) ?? [];
                return one with
                {
                    PushTokens = [.. own.Select(token => new PushToken(token.Token, token.Platform, token.SeenAt))],
                    TopicChoices = Choices(said[one.PersonId]),
                    Responses = responded.GetValueOrDefault(one.PersonId) ?? NoResponses,
                    Suppressions = [.. AddressesOf(one, own).Where(suppressed.ContainsKey).Select(address => Suppressed(address, suppressed[address]))],
                };
            },
            StringComparer.Ordinal);
    }

    private static IEnumerable<ChannelAddress> AddressesOf(Recipient one, IReadOnlyList<PushTokens.PushToken> devices)
    {
        if (ChannelAddress.Of(Channels.Email, one.Email?.Address) is { } email) yield return email;
        if (ChannelAddress.Of(Channels.Sms, one.Phone?.E164) is { } phone) yield return phone;
        foreach (var device in devices)
            if (ChannelAddress.Of(Channels.Push, device.Token) is { } token) yield return token;
    }

    /// <param name="address">The person's own rather than the stored one, which may be a hash of it.</param>
    private static Suppression Suppressed(ChannelAddress address, Suppressions.Suppression one) =>
        new(address.Channel, address.Address, ReasonOf(one.Reason), one.ExpiresAt);

    private static SuppressionReason ReasonOf(string reason) => reason switch
    {
        SuppressionReasons.Complaint => SuppressionReason.Complaint,
        SuppressionReasons.Stop => SuppressionReason.Stop,
        SuppressionReasons.Unsubscribe => SuppressionReason.Unsubscribe,
        SuppressionReasons.Manual => SuppressionReason.Manual,
        _ => SuppressionReason.Bounce,
    };

    private Dictionary<string, TopicChoice> Choices(IEnumerable<Preferences.TopicChoice> said)
    {
        var chosen = said.GroupBy(choice => choice.Topic, StringComparer.Ordinal).ToDictionary(
            topic => topic.Key,
            topic => new TopicChoice(
                _unasked.ContainsKey(topic.Key) ? false : null,
                topic.ToDictionary(choice => choice.Channel, choice => choice.Allowed, StringComparer.Ordinal)),
            StringComparer.Ordinal);
        if (chosen.Count == 0) return _unasked;
        foreach (var (topic, choice) in _unasked) chosen.TryAdd(topic, choice);
        return chosen;
    }
}
