namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>A mean over people.</summary>
/// <param name="Low">Where its 95 % interval begins; null when there are too few people for one.</param>
/// <param name="High">Where it ends.</param>
public readonly record struct Estimate(double Value, double? Low, double? High);
