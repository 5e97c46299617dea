namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>P-values corrected for how many there are: of twenty that mean nothing, one lies below 5 % by chance.</summary>
public static class SeveralTests
{
    /// <summary>
    /// S. Holm (1979): who takes those below α is wrong about any of them at most with probability α. Sorted, the k-th of m is
    /// multiplied by m - k + 1, and none is smaller than one before it.
    /// </summary>
    /// <returns>In the order given.</returns>
    public static double[] Holm(IReadOnlyList<double> probabilities)
    {
        var corrected = new double[probabilities.Count];
        var (largest, left) = (0.0, probabilities.Count);
        foreach (var place in Ascending(probabilities))
            corrected[place] = largest = Math.Max(largest, Math.Min(1, probabilities[place] * left--));
        return corrected;
    }

    /// <summary>
    /// Y. Benjamini and Y. Hochberg (1995): of those below α, on average a share of at most α is wrong. Sorted, the k-th of m is
    /// multiplied by m / k, and none is larger than one behind it.
    /// </summary>
    /// <returns>In the order given.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> probabilities)
    {
        var corrected = new double[probabilities.Count];
        var (smallest, rank) = (1.0, probabilities.Count);
        foreach (var place in Ascending(probabilities).Reverse())
            corrected[place] = smallest = Math.Min(smallest, probabilities[place] * probabilities.Count / rank--);
        return corrected;
    }

    private static IEnumerable<int> Ascending(IReadOnlyList<double> probabilities) =>
        Enumerable.Range(0, probabilities.Count).OrderBy(place => probabilities[place]);
}
