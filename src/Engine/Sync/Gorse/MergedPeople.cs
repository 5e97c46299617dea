namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>One person turned out to be another.</summary>
/// <param name="Id">Rises from merge to merge.</param>
public sealed record MergedPeople(long Id, DateTimeOffset At, string From, string To);
