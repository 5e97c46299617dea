using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>A scoring model as it was learnt: points, thresholds and what points say of the probability.</summary>
/// <param name="Points">For one of each feature; 0 for one that says nothing.</param>
/// <param name="Offset">Points that everybody has.</param>
/// <param name="Means">Of each feature where it was learnt: points × (value - mean) is why somebody is above or below average.</param>
/// <param name="Curve">Of the sum of points, before it is cut to any bounds.</param>
public sealed record LearntModel(
    IReadOnlyList<LearnableFeature> Features, IReadOnlyList<double> Points, double Offset,
    IReadOnlyList<double> Means, ProbabilityCurve Curve, SegmentThresholds Thresholds, TargetReach Reach)
{
    public double SumOf(CalibrationCase one)
    {
        var sum = Offset;
        for (var i = 0; i < Features.Count; i++)
            if (Points[i] != 0) sum += Points[i] * Features[i].ValueOf(one.Factors, one.Profile);
        return sum;
    }

    public LeadSegment SegmentOf(double sum) => Thresholds.SegmentOf(ScoreOf(sum));

    private static decimal ScoreOf(double sum) =>
        (decimal)Math.Clamp(Math.Round(sum, 2, MidpointRounding.AwayFromZero), (double)LeadScore.Lowest, (double)LeadScore.Highest);
}
