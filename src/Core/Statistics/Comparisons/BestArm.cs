namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>
/// The probability of each arm to be the best one, when each mean is believed to be normally distributed: the share that Thompson
/// sampling would give it (W. R. Thompson, 1933), worked out by the trapezoidal rule instead of drawn.
/// </summary>
public static class BestArm
{
    // The rule is exact to many digits for functions as smooth as these once a step is well below the narrowest of them.
    private const double Reach = 8, StepsPerError = 8;

    /// <param name="means">At least one.</param>
    /// <param name="errors">Above 0; the standard deviation of the belief in each mean.</param>
    /// <returns>Chances that sum to 1.</returns>
    public static double[] Chances(IReadOnlyList<double> means, IReadOnlyList<double> errors)
    {
        var chances = new double[means.Count];
        for (var arm = 0; arm < chances.Length; arm++) chances[arm] = Chance(arm, means, errors);
        var sum = chances.Sum();
        for (var arm = 0; arm < chances.Length; arm++) chances[arm] = sum > 0 ? chances[arm] / sum : 1.0 / chances.Length;
        return chances;
    }

    /// <summary>Nobody gets less than the floor: <c>f + (1 - k f) w</c>.</summary>
    /// <param name="floor">0 to 1 / arms.</param>
    public static double[] WithFloor(IReadOnlyList<double> chances, double floor) =>
        [.. chances.Select(chance => floor + ((1 - (chances.Count * floor)) * chance))];

    /// <summary>∫ φ(z) Π Φ((m + s z - m_j)/s_j) dz over the other arms.</summary>
    private static double Chance(int arm, IReadOnlyList<double> means, IReadOnlyList<double> errors)
    {
        var narrowest = Math.Min(1, errors.Min() / errors[arm]);
        var steps = (int)Math.Min(20_000, Math.Ceiling(2 * Reach * StepsPerError / narrowest));
        var width = 2 * Reach / steps;
        var sum = 0.0;
        for (var step = 0; step <= steps; step++)
        {
            var z = (step * width) - Reach;
            var product = StandardNormal.Density(z);
            for (var other = 0; other < means.Count; other++)
                if (other != arm) product *= StandardNormal.Below((means[arm] + (errors[arm] * z) - means[other]) / errors[other]);
            sum += product;
        }

        return sum * width;
    }
}
