using PersonalizationEngine.Engine.Delivery.Preferences;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <param name="Critical">It cannot be switched off.</param>
/// <param name="Channels">By channel, whether its messages may come; where the channel needs consent, that is asked besides.</param>
internal sealed record TopicPreferenceAnswer(string Key, string Name, string? Description, bool Critical, IReadOnlyDictionary<string, bool> Channels)
{
    public static TopicPreferenceAnswer Of(TopicPreference one) =>
        new(one.Topic.Key, one.Topic.Name, one.Topic.Description, one.Topic.IsCritical, one.Channels);
}
