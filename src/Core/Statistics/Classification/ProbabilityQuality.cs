namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>How good probabilities were that were said beforehand; 0 is perfect in each figure.</summary>
/// <param name="Brier">Mean of (p - y)², 0 to 1 (G. W. Brier, 1950).</param>
/// <param name="LogLoss">Mean of -ln of what was said of what happened; a probability is taken as no nearer to 0 or 1 than 1e-15.</param>
/// <param name="CalibrationError">
/// ECE: the mean distance, over cases, of what was said in a bin from what came true there, in ten bins of equally many cases.
/// </param>
/// <param name="Bins">Those bins, the lowest first. Cases of equal probability stay together, so there may be fewer and uneven ones.</param>
public sealed record ProbabilityQuality(long Cases, double Brier, double LogLoss, double CalibrationError, IReadOnlyList<ReliabilityBin> Bins)
{
    private const int BinCount = 10;
    private const double Nearest = 1e-15;

    /// <param name="cases">With probabilities as scores.</param>
    /// <returns>Null without cases.</returns>
    public static ProbabilityQuality? Of(IEnumerable<JudgedCase> cases) => OfCounts(CaseCount.Of(cases));

    /// <param name="cases">With probabilities as scores, each once, in any order.</param>
    /// <returns>Null without cases.</returns>
    public static ProbabilityQuality? OfCounts(IReadOnlyCollection<CaseCount> cases)
    {
        var all = cases.Sum(one => one.Cases);
        if (all == 0) return null;

        double squares = 0, losses = 0;
        var sorted = cases.Where(one => one.Cases > 0).OrderBy(one => one.Score).ToList();
        foreach (var (p, positives, negatives) in sorted)
        {
            squares += ((1 - p) * (1 - p) * positives) + (p * p * negatives);
            losses -= (Math.Log(Math.Max(Nearest, p)) * positives) + (Math.Log(Math.Max(Nearest, 1 - p)) * negatives);
        }

        var bins = Cut(sorted, all);
        return new ProbabilityQuality(
            all, squares / all, losses / all, bins.Sum(bin => bin.Cases * Math.Abs(bin.Said - bin.Observed)) / all, bins);
    }

    /// <summary>Where the middle of a group of equals falls decides its bin, so that the order of equals changes nothing.</summary>
    private static List<ReliabilityBin> Cut(List<CaseCount> sorted, long all)
    {
        var bins = new List<ReliabilityBin>(BinCount);
        long below = 0, open = -1;
        foreach (var equals in sorted)
        {
            var group = new ReliabilityBin(equals.Score, equals.Score, equals.Cases, equals.Positives, equals.Score);
            var bin = BinCount * (below + below + equals.Cases - 1) / 2 / all;
            if (bin == open) bins[^1] = Join(bins[^1], group);
            else bins.Add(group);
            (open, below) = (bin, below + equals.Cases);
        }

        return bins;
    }

    private static ReliabilityBin Join(ReliabilityBin below, ReliabilityBin above)
    {
        var cases = below.Cases + above.Cases;
        var said = below.Said + ((above.Said - below.Said) * above.Cases / cases);
        return new ReliabilityBin(below.Low, above.High, cases, below.Positives + above.Positives, said);
    }
}
