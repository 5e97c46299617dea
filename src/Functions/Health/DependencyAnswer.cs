using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Functions.Health;

/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Vital">Without it no decision can be served.</param>
/// <param name="Breaker"><c>closed</c>: it is asked; <c>open</c>: it failed and is not asked for a while; <c>probing</c>: one call finds out.</param>
internal sealed record DependencyAnswer(string Status, bool Vital, double Milliseconds, string? Detail, string? Breaker)
{
    public static DependencyAnswer Of(DependencyHealth health) => new(
        health.IsHealthy ? "healthy" : "unhealthy", health.IsVital, Math.Round(health.Took.TotalMilliseconds, 1), health.Detail,
        health.Breaker switch
        {
            BreakerState.Closed => "closed",
            BreakerState.Probing => "probing",
            BreakerState.Open => "open",
            _ => null,
        });
}
