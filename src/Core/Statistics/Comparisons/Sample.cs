namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>What is known of one group's values: all that comparing two groups needs.</summary>
/// <param name="Count">People.</param>
/// <param name="Variance">Of one person's value; of the mean it is this / count.</param>
public readonly record struct Sample(long Count, double Mean, double Variance)
{
    /// <summary>The variance of the mean; 0 without people.</summary>
    public double VarianceOfMean => Count == 0 ? 0 : Variance / Count;

    /// <summary>Values of any size: <c>(ss - s²/n)/(n-1)</c>.</summary>
    public static Sample OfValues(long count, double sum, double sumOfSquares)
    {
        if (count == 0) return default;
        return new Sample(count, sum / count, count < 2 ? 0 : Math.Max(0, (sumOfSquares - (sum * sum / count)) / (count - 1)));
    }

    /// <summary>Yes or no: <c>p(1-p)</c>.</summary>
    public static Sample OfShare(long count, double successes)
    {
        if (count == 0) return default;
        var share = successes / count;
        return new Sample(count, share, share * (1 - share));
    }

    /// <summary>Sums over sums, as clicks over impressions, where people are what was drawn by lot.</summary>
    public static Sample OfRatio(ClusteredRate rate) =>
        rate.Rate is not { } mean ? new Sample(rate.Clusters, 0, 0) : new Sample(rate.Clusters, mean, rate.Variance * rate.Clusters);
}
