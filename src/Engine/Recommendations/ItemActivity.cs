namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Somebody did something with an item.</summary>
public readonly record struct ItemActivity(string PersonId, string ItemId, string? SessionId, string Type, DateTimeOffset At);
