namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>What was said of a case beforehand, and what became of it.</summary>
/// <param name="Score">Any finite number that is higher where more is expected; where a probability is asked for, 0 to 1.</param>
public readonly record struct JudgedCase(double Score, bool Positive);
