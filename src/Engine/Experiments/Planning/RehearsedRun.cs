namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>One experiment in which nothing differs.</summary>
/// <param name="Probabilities">By metric; null where nothing can be compared.</param>
internal sealed record RehearsedRun(double RatioProbability, IReadOnlyList<double?> Probabilities);
