namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>
/// The area under the ROC curve: the probability that a positive case has a higher score than a negative one, ties counted by
/// half (H. B. Mann and D. R. Whitney, 1947). 0.5 is what chance gives, 1 a perfect order.
/// </summary>
/// <param name="Value">0 to 1.</param>
/// <param name="Error">The standard error, by the placements of each class in the other (E. R. DeLong and others, 1988).</param>
public readonly record struct RankingArea(double Value, double Error)
{
    /// <summary>Lower end of the 95 % interval, a normal approximation.</summary>
    public double Low => Math.Max(0, Value - (StandardNormal.Z95 * Error));

    /// <summary>Its upper end.</summary>
    public double High => Math.Min(1, Value + (StandardNormal.Z95 * Error));

    /// <returns>Null while one of the classes has no case.</returns>
    public static RankingArea? Of(IEnumerable<JudgedCase> cases) => OfCounts(CaseCount.Of(cases));

    /// <param name="cases">Each score once, in any order.</param>
    /// <returns>Null while one of the classes has no case.</returns>
    public static RankingArea? OfCounts(IReadOnlyCollection<CaseCount> cases)
    {
        long positives = cases.Sum(one => one.Positives), negatives = cases.Sum(one => one.Negatives);
        if (positives == 0 || negatives == 0) return null;

        var (ofPositives, ofNegatives) = (new Moments(), new Moments());
        long positivesBelow = 0, negativesBelow = 0;
        foreach (var tied in cases.OrderBy(one => one.Score))
        {
            ofPositives.Add((negativesBelow + (tied.Negatives / 2.0)) / negatives, tied.Positives);
            ofNegatives.Add((positives - positivesBelow - (tied.Positives / 2.0)) / positives, tied.Negatives);
            (positivesBelow, negativesBelow) = (positivesBelow + tied.Positives, negativesBelow + tied.Negatives);
        }

        return new RankingArea(ofPositives.Mean, Math.Sqrt(ofPositives.VarianceOfMean + ofNegatives.VarianceOfMean));
    }

    private sealed class Moments
    {
        private double _sum, _squares;
        private long _count;

        public double Mean => _sum / _count;

        public double VarianceOfMean => _count < 2 ? 0 : Math.Max(0, _squares - (_sum * _sum / _count)) / (_count - 1) / _count;

        public void Add(double value, long times)
        {
            _sum += value * times;
            _squares += value * value * times;
            _count += times;
        }
    }
}
