using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Core.Scoring;

/// <summary>One factor's part of a score.</summary>
/// <param name="Points"><c>value × weight</c>, not rounded; only the sum is.</param>
/// <param name="Age">Time since the newest activity in the value; null when nothing was seen.</param>
public readonly record struct ReceiptLine(FactorValue Factor, decimal Weight, decimal Points, TimeSpan? Age);
