namespace PersonalizationEngine.Core.Scoring.Models;

/// <param name="Probability">0 to 1, from this score on.</param>
public readonly record struct CalibrationStep(double Score, double Probability);
