using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Functions.Admin.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <summary>How a model did on the looks held out.</summary>
/// <param name="TopTenthLift">How many times as often as on the whole the tenth with the highest scores converts.</param>
/// <param name="CalibrationError">ECE, in ten bins of equally many looks.</param>
/// <param name="SalesReady">Those at or above the model's own threshold.</param>
internal sealed record ModelQualityAnswer(
    double? Auc, double? AucLow, double? AucHigh, double? TopTenthLift, double Brier, double LogLoss, double CalibrationError,
    SalesReadyAnswer SalesReady, IReadOnlyList<ReliabilityAnswer> Reliability)
{
    public static ModelQualityAnswer Of(ModelQuality quality) => new(
        quality.Area?.Value, quality.Area?.Low, quality.Area?.High, quality.TopTenthLift, quality.Probabilities.Brier, quality.Probabilities.LogLoss,
        quality.Probabilities.CalibrationError, SalesReadyAnswer.Of(quality.SalesReady), [.. quality.Probabilities.Bins.Select(ReliabilityAnswer.Of)]);
}
