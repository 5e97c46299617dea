using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <summary>Probabilities, judged by the later weeks.</summary>
/// <param name="Source"><c>model</c>: what the model says; <c>segment_rates</c>: everybody got the rate of their segment in the earlier weeks.</param>
/// <param name="Brier">0 is perfect.</param>
/// <param name="BrierOfBaseRate">Of giving everybody the earlier base rate: the figure to be below of.</param>
/// <param name="CalibrationError">ECE: the mean distance between what was said and what came true.</param>
internal sealed record ProbabilitiesAnswer(
    string Source, long Looks, double Brier, double BrierOfBaseRate, double LogLoss, double CalibrationError, IReadOnlyList<ReliabilityAnswer> Reliability)
{
    public static ProbabilitiesAnswer Of(SaidProbabilities said) => new(
        said.AreOfTheModel ? "model" : "segment_rates", said.Quality.Cases, said.Quality.Brier, said.BrierOfBaseRate, said.Quality.LogLoss, said.Quality.CalibrationError,
        [.. said.Quality.Bins.Select(ReliabilityAnswer.Of)]);
}
