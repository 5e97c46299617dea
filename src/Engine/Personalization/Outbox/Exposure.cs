namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>A person was served a variant; only the first time counts.</summary>
public readonly record struct Exposure(long ExperimentId, string PersonId, string Variant, DateTimeOffset At);
