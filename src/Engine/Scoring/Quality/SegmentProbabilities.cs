using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>
/// How good it was to take the share of a segment that converted in the earlier weeks for the probability of its people in the
/// later ones.
/// </summary>
/// <param name="Quality">Over the later weeks.</param>
/// <param name="BrierOfBaseRate">What everybody at the earlier base rate would have had there: the figure to be below of.</param>
public sealed record SegmentProbabilities(ProbabilityQuality Quality, double BrierOfBaseRate)
{
    /// <returns>Null while one of the parts is empty.</returns>
    internal static SegmentProbabilities? Of(GroupQuality earlier, GroupQuality later)
    {
        if (earlier.All.Rate is not { } known) return null;
        var said = earlier.Segments.Zip(later.Segments, (before, after) =>
        {
            // As if each segment had one more look at the base rate: a segment nobody was in says nothing of its own.
            var (seen, rate) = (before.Lift.Precision, after.Lift.Precision);
            return new CaseCount((seen.Successes + known) / (seen.Trials + 1), rate.Successes, rate.Trials - rate.Successes);
        }).ToList();
        if (ProbabilityQuality.OfCounts(said) is not { } quality) return null;
        var all = later.All;
        var reference = ProbabilityQuality.OfCounts([new CaseCount(known, all.Successes, all.Trials - all.Successes)])!;
        return new SegmentProbabilities(quality, reference.Brier);
    }
}
