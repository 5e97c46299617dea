namespace PersonalizationEngine.Functions.Tests.Feedback;

/// <summary>
/// Wilson's interval by its definition rather than its formula: the rates whose expected scatter just reaches the observed
/// one, found by halving.
/// </summary>
internal static class WilsonBounds
{
    /// <summary>The 97.5 % point of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    public static (double Low, double High) Of(int successes, int trials)
    {
        var observed = (double)successes / trials;
        return (Bound(0, observed), Bound(1, observed));

        double Bound(double outside, double inside)
        {
            for (var i = 0; i < 200; i++)
            {
                var middle = (outside + inside) / 2;
                var isInside = Math.Abs(observed - middle) <= Z * Math.Sqrt(middle * (1 - middle) / trials);
                if (isInside) inside = middle;
                else outside = middle;
            }

            return inside;
        }
    }
}
