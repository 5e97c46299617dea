using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>
/// How good probabilities were in the later weeks: those that a model says, or else the share of each segment that converted in the
/// earlier weeks.
/// </summary>
/// <param name="AreOfTheModel">Whether a model said them.</param>
/// <param name="Quality">Over the later weeks.</param>
/// <param name="BrierOfBaseRate">What everybody at the earlier base rate would have had there: the figure to be below of.</param>
public sealed record SaidProbabilities(bool AreOfTheModel, ProbabilityQuality Quality, double BrierOfBaseRate)
{
    /// <param name="later">By what the calibration goes by: the model's sum.</param>
    /// <returns>Null while one of the parts is empty.</returns>
    internal static SaidProbabilities? OfModel(ScoreCalibration calibration, GroupQuality earlier, IReadOnlyList<CaseCount> later) =>
        earlier.All.Rate is { } known ? Judge(true, known, [.. later.Select(one => one with { Score = calibration.Probability(one.Score) })]) : null;

    /// <returns>Null while one of the parts is empty.</returns>
    internal static SaidProbabilities? OfSegments(GroupQuality earlier, GroupQuality later)
    {
        if (earlier.All.Rate is not { } known) return null;
        var said = earlier.Segments.Zip(later.Segments, (before, after) =>
        {
            // As if each segment had one more look at the base rate: a segment nobody was in says nothing of its own.
            var (seen, rate) = (before.Lift.Precision, after.Lift.Precision);
            return new CaseCount((seen.Successes + known) / (seen.Trials + 1), rate.Successes, rate.Trials - rate.Successes);
        }).ToList();
        return Judge(false, known, said);
    }

    private static SaidProbabilities? Judge(bool areOfTheModel, double baseRate, IReadOnlyCollection<CaseCount> said)
    {
        if (ProbabilityQuality.OfCounts(said) is not { } quality) return null;
        var (positives, negatives) = (said.Sum(one => one.Positives), said.Sum(one => one.Negatives));
        return new SaidProbabilities(areOfTheModel, quality, ProbabilityQuality.OfCounts([new CaseCount(baseRate, positives, negatives)])!.Brier);
    }
}
