namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>
/// The measures of one ranking against a set of relevant items, as in Core's RankingMetrics, here over numbers and without
/// allocation.
/// </summary>
internal static class Measures
{
    /// <summary>How many places are ranked.</summary>
    public const int Depth = 20;

    public static readonly string[] Names =
        ["P@10", "R@5", "R@10", "R@20", "nDCG@10", "nDCG@20", "MAP@10", "HR@10", "HR@20", "MRR@20"];

    private static readonly double[] Discounts = [.. Enumerable.Range(1, Depth).Select(rank => 1 / Math.Log2(rank + 1))];

    /// <param name="values">One for each of <see cref="Names"/>.</param>
    public static void Write(ReadOnlySpan<int> ranking, HashSet<int> relevant, Span<double> values)
    {
        Span<int> hits = stackalloc int[Depth + 1];
        var (gain10, gain20, precisions, reciprocal) = (0.0, 0.0, 0.0, 0.0);
        for (var rank = 1; rank <= Depth; rank++)
        {
            var isHit = rank <= ranking.Length && relevant.Contains(ranking[rank - 1]);
            hits[rank] = hits[rank - 1] + (isHit ? 1 : 0);
            if (!isHit) continue;
            gain20 += Discounts[rank - 1];
            if (hits[rank] == 1) reciprocal = 1.0 / rank;
            if (rank > 10) continue;
            gain10 += Discounts[rank - 1];
            precisions += (double)hits[rank] / rank;
        }

        double all = relevant.Count;
        ReadOnlySpan<double> measured =
        [
            hits[10] / 10.0, hits[5] / all, hits[10] / all, hits[20] / all, gain10 / Ideal(relevant.Count, 10),
            gain20 / Ideal(relevant.Count, 20), precisions / all, Math.Min(1, hits[10]), Math.Min(1, hits[20]), reciprocal,
        ];
        measured.CopyTo(values);
    }

    private static double Ideal(int relevant, int k)
    {
        var sum = 0.0;
        for (var rank = 0; rank < Math.Min(relevant, k); rank++) sum += Discounts[rank];
        return sum;
    }
}
