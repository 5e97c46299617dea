namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>What a bandit gave its variants from an instant on.</summary>
/// <param name="Weights">In the order of the variants.</param>
internal sealed record WeightsAnswer(DateTimeOffset At, IReadOnlyList<double> Weights);
