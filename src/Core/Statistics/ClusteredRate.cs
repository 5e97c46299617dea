namespace PersonalizationEngine.Core.Statistics;

/// <summary>
/// A rate over trials that come in clusters, as the impressions of one person do: some click much and others never, so the
/// trials of one say less than as many of different people. Only sums over the clusters are needed.
/// </summary>
/// <param name="Trials">Sum of n, the trials of each cluster.</param>
/// <param name="Successes">Sum of s, the successes of each, at most n.</param>
/// <param name="TrialsSquared">Sum of n².</param>
/// <param name="SuccessesSquared">Sum of s².</param>
/// <param name="Products">Sum of n·s.</param>
public sealed record ClusteredRate(
    long Clusters, long Trials, long Successes, double TrialsSquared, double SuccessesSquared, double Products)
{
    public static ClusteredRate None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Successes per trial; null without trials.</summary>
    public double? Rate => Trials == 0 ? null : (double)Successes / Trials;

    /// <summary>
    /// Of the rate, as a ratio of two means over clusters: <c>C/(C-1) Σ(s - p n)² / N²</c> (the delta method), but never less
    /// than <c>p(1-p)/N</c>, what independent trials would have.
    /// </summary>
    public double Variance
    {
        get
        {
            if (Rate is not { } p) return 0;
            var independent = p * (1 - p) / Trials;
            if (Clusters < 2) return independent;
            var residuals = SuccessesSquared - (2 * p * Products) + (p * p * TrialsSquared);
            return Math.Max(independent, (double)Clusters / (Clusters - 1) * residuals / Trials / Trials);
        }
    }

    /// <summary>Wilson's, at 95 %, for as many independent trials as these are worth.</summary>
    public WilsonInterval Interval => Rate is not { } p ? WilsonInterval.Of(0, 0)
        : Trials == Clusters ? WilsonInterval.Of(Successes, Trials)
        : WilsonInterval.OfRate(p, Variance > 0 ? p * (1 - p) / Variance : Trials);

    public static ClusteredRate Of(IEnumerable<(long Trials, long Successes)> clusters) =>
        clusters.Aggregate(None, (all, cluster) => all.And(cluster.Trials, cluster.Successes));

    /// <summary>With one cluster more.</summary>
    public ClusteredRate And(long trials, long successes) => new(
        Clusters + 1, Trials + trials, Successes + successes, TrialsSquared + ((double)trials * trials),
        SuccessesSquared + ((double)successes * successes), Products + ((double)trials * successes));
}
