namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// One range per variant: each variant owns <c>weight</c> of the line, and coverage takes the first part of each, so that
/// raising coverage lets people in and never moves one between variants (GrowthBook's rule).
/// </summary>
public static class BucketRanges
{
    /// <param name="variants">How many there are, at least 1.</param>
    /// <param name="coverage">Share of people in the experiment; clamped to 0..1.</param>
    /// <param name="weights">Shares of the variants; equal ones are taken when the count differs or the sum is not 0.99 to 1.01.</param>
    public static BucketRange[] Of(int variants, double coverage, IReadOnlyList<double>? weights)
    {
        var share = double.IsNaN(coverage) ? 0 : Math.Clamp(coverage, 0, 1);
        var usable = weights is not null && weights.Count == variants && weights.Sum() is >= 0.99 and <= 1.01;
        var ranges = new BucketRange[variants];
        var start = 0d;
        for (var i = 0; i < variants; i++)
        {
            var weight = usable ? weights![i] : 1d / variants;
            ranges[i] = new BucketRange(start, start + (share * weight));
            start += weight;
        }

        return ranges;
    }

    /// <summary>The same share for each of so many variants; none for none.</summary>
    public static double[] EqualWeights(int variants)
    {
        if (variants < 1) return [];
        var weights = new double[variants];
        Array.Fill(weights, 1d / variants);
        return weights;
    }

    /// <returns>The index of the first range holding the bucket, or -1: outside the experiment.</returns>
    public static int Choose(double bucket, ReadOnlySpan<BucketRange> ranges)
    {
        for (var i = 0; i < ranges.Length; i++)
            if (ranges[i].Contains(bucket)) return i;
        return -1;
    }
}
