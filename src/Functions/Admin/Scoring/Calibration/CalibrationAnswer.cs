using System.Text.Json;
using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Core.Statistics.Classification;
using PersonalizationEngine.Engine.Scoring.Calibration;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <param name="Split">Learnt is from looks before it, judged by those from it on.</param>
/// <param name="OutcomeUnknown">Looks before the split whose horizon reaches beyond it: in neither part.</param>
/// <param name="LeftOutByProfile">Looks from before the last change of the person's profile.</param>
/// <param name="SampleShare">The share of all people that was learnt from; 1 unless there are too many.</param>
/// <param name="Curve"><c>platt</c> or <c>isotonic</c>.</param>
/// <param name="TargetReached"><c>by_interval</c>, <c>by_rate</c> or <c>no</c>: whether the proposed threshold parts off a group of which 70 % convert.</param>
/// <param name="Worse">The draft has a lower AUC or a higher Brier score than the live one, by more than a thousandth.</param>
/// <param name="PointsOfEverybody">What makes 20 the base rate and 80 sales-ready.</param>
/// <param name="Draft">Where it was stored; null where it was not.</param>
/// <param name="Model">The draft itself, as <c>/api/v1/admin/scoring/models</c> takes it.</param>
internal sealed record CalibrationAnswer(
    DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Split, PartAnswer Learnt, PartAnswer HeldOut, long OutcomeUnknown,
    long LeftOutByProfile, double SampleShare, string Curve, string TargetReached, ModelQualityAnswer DraftQuality, ModelQualityAnswer LiveQuality,
    bool Worse, double PointsOfEverybody, IReadOnlyList<LearntPointsAnswer> Points, CalibratedDraftAnswer? Draft, JsonElement Model)
{
    public static CalibrationAnswer Of(CalibrationReport report, CalibratedDraftAnswer? draft) => new(
        report.Plan.From,
        report.Plan.Until,
        report.Split.At,
        PartAnswer.Of(report.Split.Earlier),
        PartAnswer.Of(report.Split.Later),
        report.Split.Unknown,
        report.LeftOut.Looks,
        report.SampleShare,
        report.Learnt.Curve is IsotonicCurve ? "isotonic" : "platt",
        report.Learnt.Reach switch
        {
            TargetReach.ByInterval => "by_interval",
            TargetReach.ByRate => "by_rate",
            _ => "no",
        },
        ModelQualityAnswer.Of(report.Draft),
        ModelQualityAnswer.Of(report.Live),
        report.IsWorse,
        report.Learnt.Offset,
        [.. LearntPointsAnswer.Of(report.Learnt)],
        draft,
        JsonElement.Parse(report.Document));
}
