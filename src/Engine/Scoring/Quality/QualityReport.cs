using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>How good scores were, by what became of people.</summary>
/// <param name="Periods">Those with looks, the earliest first.</param>
/// <param name="Earlier">Looks before the split.</param>
/// <param name="Later">Looks from the split on.</param>
/// <param name="Probabilities">Null while there is too little for a split.</param>
public sealed record QualityReport(
    LookPlan Plan,
    GroupQuality All,
    IReadOnlyList<PeriodQuality> Periods,
    GroupQuality Earlier,
    GroupQuality Later,
    SaidProbabilities? Probabilities)
{
    /// <summary>The share of sales-ready leads that shall convert.</summary>
    public const double Target = 0.7;

    public TargetVerdict Verdict
    {
        get
        {
            var interval = All[LeadSegment.SalesReady].Lift.Precision.Interval;
            return interval.Low >= Target ? TargetVerdict.Met : interval.High < Target ? TargetVerdict.NotMet : TargetVerdict.NotEnoughData;
        }
    }
}
