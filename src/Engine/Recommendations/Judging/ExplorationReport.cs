using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Recommendations.Judging;

/// <param name="Rate">Clicks per impression of what was shown; the clusters are the people.</param>
/// <param name="WeightCap">At which weights are cut.</param>
public sealed record ExplorationReport(
    DateTimeOffset From, DateTimeOffset Until, ClusteredRate Rate, double WeightCap, IReadOnlyList<PolicyReport> Policies);
