using PersonalizationEngine.Engine.Health;

namespace PersonalizationEngine.Functions.Health;

/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Vital">Without it no decision can be served.</param>
internal sealed record DependencyAnswer(string Status, bool Vital, double Milliseconds, string? Detail)
{
    public static DependencyAnswer Of(DependencyHealth health) => new(
        health.IsHealthy ? "healthy" : "unhealthy", health.IsVital, Math.Round(health.Took.TotalMilliseconds, 1), health.Detail);
}
