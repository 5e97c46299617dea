namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>Whether numbers between 0 and 1 lie there evenly, as p-values do where nothing is to be found (Kolmogorov, 1933; Smirnov, 1948).</summary>
public static class Uniformity
{
    private const int Terms = 100;

    /// <summary>The probability of a distance at least as large from even, with the correction of M. A. Stephens (1970).</summary>
    public static double Probability(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) return 1;
        double n = sorted.Count, distance = 0;
        for (var place = 0; place < sorted.Count; place++)
            distance = Math.Max(distance, Math.Max(sorted[place] - (place / n), ((place + 1) / n) - sorted[place]));
        var root = Math.Sqrt(n);
        var lambda = (root + 0.12 + (0.11 / root)) * distance;
        if (lambda < 0.2) return 1;
        var sum = 0.0;
        for (var k = 1; k <= Terms; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * lambda * lambda);
        return Math.Clamp(sum, 0, 1);
    }
}
