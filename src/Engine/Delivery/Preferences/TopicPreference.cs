namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <param name="Channels">That the topic goes by, and whether it may; those of a critical one always may.</param>
public sealed record TopicPreference(Topic Topic, IReadOnlyDictionary<string, bool> Channels);
