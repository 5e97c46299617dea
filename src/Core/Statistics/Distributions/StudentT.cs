namespace PersonalizationEngine.Core.Statistics.Distributions;

/// <summary>Student's t distribution (W. S. Gosset, 1908).</summary>
public static class StudentT
{
    // From here on it cannot be told from the normal distribution in twelve digits of what is asked for.
    private const double AsGoodAsNormal = 1e7;
    private const int MaxSteps = 100;

    /// <summary>The probability of a value at least as far from 0, on either side: I(df/(df+t²); df/2, 1/2).</summary>
    /// <param name="freedom">Degrees of freedom, above 0; need not be whole.</param>
    public static double TwoSided(double t, double freedom)
    {
        if (double.IsNaN(t)) return double.NaN;
        if (double.IsInfinity(t)) return 0;
        return freedom >= AsGoodAsNormal ? StandardNormal.TwoSided(t) : BetaFunction.Below(freedom / (freedom + (t * t)), freedom / 2, 0.5);
    }

    /// <summary>The t beyond which, on either side, lies this probability.</summary>
    /// <param name="probability">Above 0, below 1.</param>
    public static double Critical(double probability, double freedom)
    {
        var normal = StandardNormal.Quantile(1 - (probability / 2));
        if (freedom >= AsGoodAsNormal) return normal;
        var (low, high) = (0.0, Math.Max(1, normal));
        while (TwoSided(high, freedom) > probability) (low, high) = (high, high * 2);
        for (var step = 0; step < MaxSteps && high - low > 1e-13 * high; step++)
        {
            var middle = (low + high) / 2;
            if (TwoSided(middle, freedom) > probability) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
