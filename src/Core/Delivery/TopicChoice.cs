namespace PersonalizationEngine.Core.Delivery;

/// <summary>What a person chose about one topic.</summary>
/// <param name="AllChannels">Allowed or refused wherever <paramref name="ByChannel"/> says nothing; null chose nothing, which allows.</param>
/// <param name="ByChannel">Channel to allowed or refused; goes before <paramref name="AllChannels"/>.</param>
public sealed record TopicChoice(bool? AllChannels = null, IReadOnlyDictionary<string, bool>? ByChannel = null)
{
    public bool Allows(string channel) => ByChannel is not null && ByChannel.TryGetValue(channel, out var said) ? said : AllChannels ?? true;
}
