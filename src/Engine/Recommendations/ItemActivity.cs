namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Somebody did something with an item.</summary>
/// <param name="Name">Of a custom event; null for any other.</param>
public readonly record struct ItemActivity(
    string PersonId, string ItemId, string? SessionId, string Type, DateTimeOffset At, string? Name = null);
