namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>One variant by one metric.</summary>
/// <param name="Comparison">With the control; null for the control itself, and while nothing can be compared.</param>
/// <param name="Verdict">Null for the control.</param>
/// <param name="Sentence">The verdict in words, no stronger than the numbers.</param>
public sealed record ArmReport(string Variant, ArmDay Now, ArmComparison? Comparison, ArmVerdict? Verdict, string? Sentence);
