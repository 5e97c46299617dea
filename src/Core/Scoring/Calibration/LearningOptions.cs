namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <param name="Penalty">L2 on standardised values; 1 is usual.</param>
/// <param name="Target">The share of sales-ready leads that shall convert, between 0 and 1.</param>
public sealed record LearningOptions(double Penalty, CurveKind Curve, double Target)
{
    public static LearningOptions Default { get; } = new(1, CurveKind.Auto, 0.7);
}
