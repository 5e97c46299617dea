using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Logged;

/// <param name="CtrLow">Lower end of the 95 % interval.</param>
/// <param name="CtrHigh">Its upper end.</param>
internal sealed record EstimatedRateAnswer(double Ctr, double CtrLow, double CtrHigh)
{
    public static EstimatedRateAnswer Of(LoggedEstimate estimate) => new(estimate.Value, estimate.Low, estimate.High);
}
