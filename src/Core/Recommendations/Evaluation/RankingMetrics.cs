namespace PersonalizationEngine.Core.Recommendations.Evaluation;

/// <summary>
/// How good the first k places of one person's ranking are, against the set of items that turned out relevant. A hit at
/// rank r (from 1) is a relevant item there. Rankings shorter than k have misses in the places they lack. Every measure
/// runs from 0 to 1 and is 0 for an empty relevant set, which averages should leave out.
/// </summary>
public static class RankingMetrics
{
    /// <summary>Hits / k.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
    public static double Precision(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int k) =>
        (double)Hits(ranking, relevant, k) / k;

    /// <summary>Hits / relevant items.</summary>
    /// <inheritdoc cref="Precision" path="/exception"/>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int k) =>
        relevant.Count == 0 ? 0 : (double)Hits(ranking, relevant, k) / relevant.Count;

    /// <summary>1 if there is any hit.</summary>
    /// <inheritdoc cref="Precision" path="/exception"/>
    public static double HitRate(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int k) =>
        Hits(ranking, relevant, k) > 0 ? 1 : 0;

    /// <summary>Normalised discounted cumulative gain: the sum of 1/log2(r + 1) over hits / that of the best ranking.</summary>
    /// <inheritdoc cref="Precision" path="/exception"/>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int k)
    {
        var (gain, ideal) = (0.0, 0.0);
        for (var rank = 1; rank <= Depth(ranking, k); rank++)
            if (relevant.Contains(ranking[rank - 1])) gain += 1 / Math.Log2(rank + 1);
        for (var rank = 1; rank <= Math.Min(k, relevant.Count); rank++) ideal += 1 / Math.Log2(rank + 1);
        return ideal > 0 ? gain / ideal : 0;
    }

    /// <summary>As the other; the ranking told by whether each place, best first, is a hit.</summary>
    /// <param name="relevantCount">How many relevant items there are, in the ranking or not.</param>
    public static double Ndcg(ReadOnlySpan<bool> hits, int relevantCount, int k)
    {
        var (gain, ideal) = (0.0, 0.0);
        for (var rank = 1; rank <= Math.Min(k, hits.Length); rank++)
            if (hits[rank - 1]) gain += 1 / Math.Log2(rank + 1);
        for (var rank = 1; rank <= Math.Min(k, relevantCount); rank++) ideal += 1 / Math.Log2(rank + 1);
        return ideal > 0 ? gain / ideal : 0;
    }

    /// <summary>
    /// Average precision: the sum over hits of (hits up to r) / r, over the number of relevant items, even where that is above k.
    /// </summary>
    /// <inheritdoc cref="Precision" path="/exception"/>
    public static double AveragePrecision(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int k)
    {
        var (hits, sum) = (0, 0.0);
        for (var rank = 1; rank <= Depth(ranking, k); rank++)
            if (relevant.Contains(ranking[rank - 1])) sum += (double)++hits / rank;
        return relevant.Count == 0 ? 0 : sum / relevant.Count;
    }

    private static int Hits(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant, int k)
    {
        var hits = 0;
        for (var place = 0; place < Depth(ranking, k); place++)
            if (relevant.Contains(ranking[place])) hits++;
        return hits;
    }

    private static int Depth(IReadOnlyList<string> ranking, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return Math.Min(k, ranking.Count);
    }
}
