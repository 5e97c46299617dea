using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Feedback;

/// <param name="Rate">Clicked impressions per impression; the clusters are the people.</param>
public sealed record ComparedCount(ComparedAs Group, ClusteredRate Rate);
