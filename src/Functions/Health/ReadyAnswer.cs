using PersonalizationEngine.Engine.Health;

namespace PersonalizationEngine.Functions.Health;

/// <param name="Status"><c>ready</c>, <c>degraded</c> (decisions are served, but not at their best) or <c>unavailable</c>.</param>
internal sealed record ReadyAnswer(string Status, IReadOnlyDictionary<string, DependencyAnswer> Dependencies)
{
    public static ReadyAnswer Of(HealthReport report) => new(
        !report.IsReady ? "unavailable" : report.IsDegraded ? "degraded" : "ready",
        report.Dependencies.ToDictionary(dependency => dependency.Name, DependencyAnswer.Of, StringComparer.Ordinal));
}
