namespace PersonalizationEngine.Engine.Health;

public sealed record HealthReport(IReadOnlyList<DependencyHealth> Dependencies)
{
    /// <summary>Decisions can be served.</summary>
    public bool IsReady => Dependencies.All(dependency => dependency.IsHealthy || !dependency.IsVital);

    /// <summary>Decisions are served, but not as well as they could be.</summary>
    public bool IsDegraded => Dependencies.Any(dependency => !dependency.IsHealthy);
}
