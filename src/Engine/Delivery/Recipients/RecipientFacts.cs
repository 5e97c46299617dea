using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Reach;

namespace PersonalizationEngine.Engine.Delivery.Recipients;

/// <summary>What is stored about reaching a person, apart from their profile.</summary>
/// <param name="Topics">Topic to what they chose about it.</param>
/// <param name="Responses">Channel to how they took to its messages.</param>
public sealed record RecipientFacts(
    IReadOnlyDictionary<string, TopicChoice> Topics, IReadOnlyList<PushToken> PushTokens, IReadOnlyDictionary<string, ChannelResponse> Responses)
{
    public static RecipientFacts None { get; } = new(new Dictionary<string, TopicChoice>(), [], new Dictionary<string, ChannelResponse>());
}
