namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>That a person cares for an item: everything they did on it in one number.</summary>
/// <param name="Strength">See <see cref="InterestFold"/>; four digits behind the point.</param>
/// <param name="At">Their last act on it.</param>
public readonly record struct Interest(string PersonId, string ItemId, double Strength, DateTimeOffset At);
