namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <param name="Duration">The longest a snapshot serves although nothing changed, since scores also change with time alone; the shortest is half of it. Default 30 s, 1 s to 5 min.</param>
/// <param name="StaleFor">How long it may serve when the stores fail. Default 1 h.</param>
/// <param name="Budget">The longest a decision waits for the stores. Default 500 ms.</param>
/// <param name="Capacity">Most snapshots in memory. Default 10,000.</param>
/// <param name="Patience">The longest a decision waits for a fresh snapshot where an older one is at hand and the person has not changed since. Default 50 ms.</param>
public sealed record PersonCacheOptions(TimeSpan Duration, TimeSpan StaleFor, TimeSpan Budget, int Capacity, TimeSpan Patience)
{
    public static PersonCacheOptions Default { get; } = new(
        TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(500), 10_000, TimeSpan.FromMilliseconds(50));
}
