using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <summary>The promise of the product: so many of the sales-ready leads convert.</summary>
/// <param name="Precision">0.7 for seven in ten.</param>
/// <param name="Verdict"><c>met</c> or <c>not_met</c> where the whole interval says so, else <c>not_enough_data</c>.</param>
internal sealed record TargetAnswer(string Segment, double Precision, string Verdict, string Sentence)
{
    public static TargetAnswer Of(QualityReport report) => new(
        "sales_ready",
        QualityReport.Target,
        report.Verdict switch
        {
            TargetVerdict.Met => "met",
            TargetVerdict.NotMet => "not_met",
            _ => "not_enough_data",
        },
        QualityWording.OfTarget(report));
}
