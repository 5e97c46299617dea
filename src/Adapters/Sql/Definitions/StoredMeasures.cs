using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

/// <summary>What an experiment is judged by, without what can be worked out from it.</summary>
internal sealed record StoredMeasures(IReadOnlyList<ExperimentMetric> Metrics, bool IsBandit);
