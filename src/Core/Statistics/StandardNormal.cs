namespace PersonalizationEngine.Core.Statistics;

/// <summary>The normal distribution with mean 0 and variance 1.</summary>
public static class StandardNormal
{
    /// <summary>Its 97.5 % point: between minus this and this lie 95 %.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Its 80 % point.</summary>
    public const double Z80 = 0.8416212335729143;

    // Below it the series is fast and exact, from it on the continued fraction is.
    private const double SeriesEnd = 2;
    private const int FractionDepth = 80;
    private const int QuantileSteps = 5;

    /// <summary>The probability of a value at least as far from 0, on either side; to 12 digits.</summary>
    public static double TwoSided(double z) => Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The probability of a value below this one.</summary>
    public static double Below(double z) => z < 0 ? Erfc(-z / Math.Sqrt(2)) / 2 : 1 - (Erfc(z / Math.Sqrt(2)) / 2);

    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The value with this probability below it: a first guess (Hastings 26.2.23) and Newton's steps on its logarithm.</summary>
    /// <param name="probability">Above 0, below 1.</param>
    public static double Quantile(double probability)
    {
        if (probability > 0.5) return -Quantile(1 - probability);
        if (probability == 0.5) return 0;
        var t = Math.Sqrt(-2 * Math.Log(probability));
        var z = ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))) - t;
        for (var step = 0; step < QuantileSteps; step++) z += Below(z) / Density(z) * Math.Log(probability / Below(z));
        return z;
    }

    /// <summary>
    /// The complementary error function of 0 or more: 1 less the series 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, or the continued fraction
    /// e^(-x²)/√π / (x + ½/(x + 1/(x + 1½/(x + …)))) (Abramowitz and Stegun 7.1.6 and 7.1.14).
    /// </summary>
    private static double Erfc(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        var scale = Math.Exp(-x * x) / Math.Sqrt(Math.PI);
        if (x < SeriesEnd)
        {
            var (term, sum) = (x, x);
            for (var n = 1; term > sum * 1e-17; n++) sum += term *= 2 * x * x / ((2 * n) + 1);
            return 1 - (2 * scale * sum);
        }

        var fraction = x;
        for (var depth = FractionDepth; depth > 0; depth--) fraction = x + (depth / 2.0 / fraction);
        return scale / fraction;
    }
}
