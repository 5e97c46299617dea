using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>
/// Log-odds as points: the base rate at 20 and sales-ready at 80, where warm and sales-ready begin by default, so that people read
/// learnt scores as they read the plain ones.
/// </summary>
/// <param name="PerLogOdds">Points for one unit of log-odds, above 0.</param>
/// <param name="Offset">What somebody with nothing at all has.</param>
internal readonly record struct PointScale(double PerLogOdds, double Offset)
{
    private const double WarmScore = 20, ReadyScore = 80, UsualScale = 20, MostPoints = 1000;
    private const decimal Step = 0.01m;

    public static PointScale Of(LogOddsCuts cuts, LogisticModel model)
    {
        var (low, high) = (cuts.Base, cuts.Ready.Score);
        var scale = high > low ? (ReadyScore - WarmScore) / (high - low) : UsualScale;
        scale = Math.Min(scale, MostPoints / Math.Max(1e-9, model.Coefficients.Max(Math.Abs)));
        return new PointScale(scale, Math.Clamp(ReadyScore - (scale * high), -MostPoints, MostPoints));
    }

    public double PointsOf(double logOdds) => Offset + (PerLogOdds * logOdds);

    public SegmentThresholds Thresholds(LogOddsCuts cuts)
    {
        var ready = Math.Clamp(Round(PointsOf(cuts.Ready.Score)), 3 * Step, LeadScore.Highest);
        var warm = Math.Clamp(Round(PointsOf(cuts.Base)), Step, ready - (2 * Step));
        // Whoever is above the sales-ready threshold converts more often than who is just at it: half-way may lie above it.
        var half = cuts.Half < cuts.Ready.Score ? Round(PointsOf(cuts.Half)) : Math.Round((warm + ready) / 2, 2);
        return new SegmentThresholds(warm, Math.Clamp(half, warm + Step, ready - Step), ready);
    }

    private static decimal Round(double points) =>
        Math.Round((decimal)Math.Clamp(points, 0, (double)LeadScore.Highest), 2, MidpointRounding.AwayFromZero);
}
