using PersonalizationEngine.Engine.Delivery.Preferences;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>What somebody wants to get.</summary>
/// <param name="Channels">Consent, by channel.</param>
internal sealed record PreferencesAnswer(IReadOnlyDictionary<string, bool> Channels, IReadOnlyList<TopicPreferenceAnswer> Topics)
{
    public static PreferencesAnswer Of(PersonPreferences preferences) => new(preferences.Channels, [.. preferences.Topics.Select(TopicPreferenceAnswer.Of)]);
}
