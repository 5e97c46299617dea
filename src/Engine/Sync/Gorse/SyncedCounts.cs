namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>What Gorse was told in a run; what was told again for safety counts again.</summary>
public sealed record SyncedCounts(int Items, int People, int Merges, int Interests)
{
    public static SyncedCounts None { get; } = new(0, 0, 0, 0);
}
