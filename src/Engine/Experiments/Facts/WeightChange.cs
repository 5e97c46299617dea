namespace PersonalizationEngine.Engine.Experiments.Facts;

/// <summary>The weights that a bandit gave its variants from an instant on, in their order; they sum to 1.</summary>
public sealed record WeightChange(DateTimeOffset At, IReadOnlyList<double> Weights);
