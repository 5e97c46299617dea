namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>A rule reached a person, or would have were they not held out of it; only the first time counts.</summary>
public readonly record struct RuleExposure(long RuleId, string PersonId, bool HeldOut, DateTimeOffset At);
