namespace PersonalizationEngine.Engine.Ingestion;

/// <param name="Replayed">How many are counted now.</param>
/// <param name="StillRefused">With the reason as of now.</param>
public sealed record ReplaySummary(int Replayed, IReadOnlyList<RefusedEvent> StillRefused);
