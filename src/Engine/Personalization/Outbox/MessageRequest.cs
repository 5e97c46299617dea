namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>A rule asked for a message; once per person, rule, channel and period.</summary>
/// <param name="Period">Number of the period since 1970, so that a second request in it is the same one.</param>
public readonly record struct MessageRequest(
    long RuleId, string PersonId, string Channel, string Template, long Period, DateTimeOffset At);
