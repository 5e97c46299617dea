namespace PersonalizationEngine.Core.Statistics;

/// <summary>How far the sizes of groups are from what they should be.</summary>
/// <param name="ChiSquared">Σ (observed - expected)² / expected.</param>
/// <param name="Freedom">Groups that should have somebody, less one.</param>
/// <param name="Probability">Of sizes at least as far off, by chance; 1 where nothing can be compared.</param>
public readonly record struct SampleRatioTest(double ChiSquared, int Freedom, double Probability)
{
    public bool IsSuspicious => Probability < SampleRatio.Suspicious;
}
