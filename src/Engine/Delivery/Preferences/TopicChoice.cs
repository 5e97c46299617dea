namespace PersonalizationEngine.Engine.Delivery.Preferences;

/// <summary>What a person said about messages on a topic by a channel.</summary>
public readonly record struct TopicChoice(string Topic, string Channel, bool Allowed);
