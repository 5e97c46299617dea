namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>A number with its score.</summary>
internal readonly record struct Ranked(int Index, float Score);
