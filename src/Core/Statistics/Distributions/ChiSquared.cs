namespace PersonalizationEngine.Core.Statistics.Distributions;

/// <summary>The chi-squared distribution: the sum of squares of so many standard normal values.</summary>
public static class ChiSquared
{
    private const int MaxTerms = 100_000;
    private const double Enough = 1e-16, Tiny = 1e-300;

    /// <summary>The probability of a value of at least this: Q(df/2, x/2), the upper incomplete gamma function.</summary>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Above(double value, int freedom)
    {
        if (value <= 0) return 1;
        double a = freedom / 2.0, x = value / 2;
        var front = Math.Exp((a * Math.Log(x)) - x - GammaFunction.Log(a));
        return x < a + 1 ? 1 - (front * Series(a, x)) : front * Fraction(a, x);
    }

    /// <summary>Abramowitz and Stegun 6.5.29.</summary>
    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MaxTerms && term > sum * Enough; n++) sum += term *= x / (a + n);
        return sum;
    }

    /// <summary>Abramowitz and Stegun 6.5.31, evaluated from the front (W. J. Lentz, 1976).</summary>
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var above = 1 / Tiny;
        var below = 1 / b;
        var value = below;
        for (var n = 1; n < MaxTerms; n++)
        {
            var term = -n * (n - a);
            b += 2;
            below = 1 / NotZero((term * below) + b);
            above = NotZero(b + (term / above));
            value *= below * above;
            if (Math.Abs((below * above) - 1) < Enough) break;
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
