namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <param name="Units">Acts counted, units of the factor, or 1 and 0 for a condition that holds or not.</param>
/// <param name="LatestAt">The newest act in it; null when there is none, or none is known.</param>
public readonly record struct RuleCount(double Units, DateTimeOffset? LatestAt);
