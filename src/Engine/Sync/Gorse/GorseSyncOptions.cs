namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <param name="Overlap">
/// What was written so lately is told again by the next run: a transaction that began earlier and ended later may yet bring
/// rows between those that were seen. Longer than any transaction takes. Default 1 minute.
/// </param>
/// <param name="PageSize">How many changes are read and told before the position is noted. Default 1,000.</param>
public sealed record GorseSyncOptions(TimeSpan Overlap, int PageSize)
{
    public static GorseSyncOptions Default { get; } = new(TimeSpan.FromMinutes(1), 1000);
}
