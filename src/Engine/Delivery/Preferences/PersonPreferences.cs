namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>What somebody wants to get.</summary>
/// <param name="Channels">Channels that need consent, and whether it is there.</param>
/// <param name="Topics">In the order of the settings.</param>
/// <param name="Address">By channel, as far as it may be shown: most of it hidden.</param>
public sealed record PersonPreferences(
    IReadOnlyDictionary<string, bool> Channels, IReadOnlyList<TopicPreference> Topics, IReadOnlyDictionary<string, string> Address);
