using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Health;

/// <param name="Breaker">Whether calls go through; null where nothing stands between, or nothing was called yet.</param>
public sealed record DependencyHealth(
    string Name, bool IsVital, bool IsHealthy, string? Detail, TimeSpan Took, BreakerState? Breaker = null);
