namespace PersonalizationEngine.Core.Statistics.Distributions;

/// <summary>The gamma function, by its logarithm, which stays finite where the function itself does not.</summary>
internal static class GammaFunction
{
    private const double Shift = 7;

    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x) to 14 digits, by C. Lanczos (1964) with g = 7 and nine terms.</summary>
    /// <param name="x">Above 0.</param>
    public static double Log(double x)
    {
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - Log(1 - x);
        var sum = Coefficients[0];
        for (var term = 1; term < Coefficients.Length; term++) sum += Coefficients[term] / (x - 1 + term);
        var top = x - 1 + Shift + 0.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(top)) - top + Math.Log(sum);
    }
}
