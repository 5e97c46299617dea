namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>What somebody says; what is not said stays.</summary>
/// <param name="Channels">Consent to channels.</param>
/// <param name="Topics">Choices of topics that can be switched off.</param>
public sealed record PreferenceChange(IReadOnlyDictionary<string, bool> Channels, IReadOnlyList<TopicChoice> Topics);
