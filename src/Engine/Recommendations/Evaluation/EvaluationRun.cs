using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Engine.Recommendations.Evaluation;

/// <param name="Duration">From the snapshot to the last figure.</param>
public sealed record EvaluationRun(DateTimeOffset StartedAt, TimeSpan Duration, OwnDataReport Report);
