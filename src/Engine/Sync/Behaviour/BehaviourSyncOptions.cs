namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <param name="Lag">What is younger is left to the next run, because rows appear late. Default 60 s, 0 to 10 min.</param>
/// <param name="Overlap">How far before the last run an activity makes its visitor be counted anew. Default 10 min, 1 min to 1 day.</param>
/// <param name="FullEvery">
/// How often everybody in the windows is counted anew, which catches rows that were written or rewritten long after the fact,
/// and what has left its window. Default 15 min, 1 min to 1 day.
/// </param>
/// <param name="History">How far back acts on items are read by the first run. Default 30 days, 0 to 10 years.</param>
public sealed record BehaviourSyncOptions(TimeSpan Lag, TimeSpan Overlap, TimeSpan FullEvery, TimeSpan History)
{
    public static BehaviourSyncOptions Default { get; } =
        new(TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromDays(30));
}
