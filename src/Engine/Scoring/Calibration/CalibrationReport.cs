using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>A learnt model, and how it did beside the live one on what came later.</summary>
/// <param name="LeftOut">Looks at people whose profile changed after them; those who converted apart.</param>
/// <param name="SampleShare">The share of people that was learnt from; 1 for all.</param>
/// <param name="Document">As the API for scoring models takes it.</param>
public sealed record CalibrationReport(
    CalibrationQuestion Question, LookPlan Plan, TimeSplit Split, CasesLeftOut LeftOut, double SampleShare, LearntModel Learnt,
    ModelQuality Draft, ModelQuality Live, string Document)
{
    public bool IsWorse => Draft.IsWorseThan(Live);
}
