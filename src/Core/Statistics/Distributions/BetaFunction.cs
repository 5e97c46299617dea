namespace PersonalizationEngine.Core.Statistics.Distributions;

/// <summary>The beta function and what of it lies below a point.</summary>
internal static class BetaFunction
{
    private const int MaxTerms = 100_000;
    private const double Enough = 1e-15, Tiny = 1e-300;

    /// <summary>ln B(a, b), both above 0.</summary>
    public static double Log(double a, double b) => GammaFunction.Log(a) + GammaFunction.Log(b) - GammaFunction.Log(a + b);

    /// <summary>
    /// The regularized incomplete beta function I_x(a, b): the chance of a Beta(a, b) value below x. By the continued fraction of
    /// Abramowitz and Stegun 26.5.8, from whichever side it converges fast.
    /// </summary>
    /// <param name="x">0 to 1.</param>
    public static double Below(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - Log(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>Evaluated from the front (W. J. Lentz, 1976).</summary>
    private static double Fraction(double x, double a, double b)
    {
        var above = 1.0;
        var below = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = below;
        for (var m = 1; m < MaxTerms; m++)
        {
            Step(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            var before = value;
            Step(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)));
            if (Math.Abs((value / before) - 1) < Enough) break;
        }

        return value;

        void Step(double term)
        {
            below = 1 / NotZero(1 + (term * below));
            above = NotZero(1 + (term / above));
            value *= below * above;
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
