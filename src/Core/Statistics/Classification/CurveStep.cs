namespace PersonalizationEngine.Core.Statistics.Classification;

/// <param name="Probability">0 to 1, from this score on.</param>
public readonly record struct CurveStep(double Score, double Probability);
