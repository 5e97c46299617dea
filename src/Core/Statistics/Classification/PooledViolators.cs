namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>The rising sequence nearest to a given one by weighted squares: neighbours that fall are pooled until none does (PAV).</summary>
public static class PooledViolators
{
    public static double[] Fit(ReadOnlySpan<double> values) => Fit(values, []);

    /// <param name="weights">Above 0, one for each value; empty for equal ones.</param>
    public static double[] Fit(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var pools = new Stack<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < values.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            (double Sum, double Weight, int Count) pool = (values[i] * weight, weight, 1);
            while (pools.TryPeek(out var below) && below.Sum * pool.Weight >= pool.Sum * below.Weight)
            {
                pools.Pop();
                pool = (below.Sum + pool.Sum, below.Weight + pool.Weight, below.Count + pool.Count);
            }

            pools.Push(pool);
        }

        var fitted = new double[values.Length];
        var end = fitted.Length;
        foreach (var (sum, weight, count) in pools)
        {
            fitted.AsSpan(end - count, count).Fill(sum / weight);
            end -= count;
        }

        return fitted;
    }
}
