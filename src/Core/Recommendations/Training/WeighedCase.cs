namespace PersonalizationEngine.Core.Recommendations.Training;

/// <param name="Weight">How much the case counts beside others, above 0.</param>
internal readonly record struct WeighedCase(ScoredCase Case, double Weight);
