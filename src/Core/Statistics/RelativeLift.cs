namespace PersonalizationEngine.Core.Statistics;

/// <summary>
/// By how much one rate lies above another, as a share of that other: <c>e = (pB - pA)/pA</c> with the variance
/// <c>vB/pA² + vA pB²/pA⁴</c> of the delta method, v being the variance of each rate. A normal approximation: both groups need
/// some successes.
/// </summary>
/// <param name="Value">0.1 for ten percent more.</param>
/// <param name="Error">The standard error.</param>
public readonly record struct RelativeLift(double Value, double Error)
{
    /// <summary>Lower end of the 95 % interval.</summary>
    public double Low => Value - (StandardNormal.Z95 * Error);

    /// <summary>Its upper end.</summary>
    public double High => Value + (StandardNormal.Z95 * Error);

    /// <summary>The probability of a difference at least as large if there were none.</summary>
    public double Probability => StandardNormal.TwoSided(Value / Error);

    /// <param name="control">pA, above 0.</param>
    /// <param name="controlVariance">Of that rate, not of one trial.</param>
    /// <param name="treatment">pB.</param>
    /// <param name="treatmentVariance">Of that rate.</param>
    public static RelativeLift Between(double control, double controlVariance, double treatment, double treatmentVariance)
    {
        var variance = (treatmentVariance / Math.Pow(control, 2)) + (controlVariance * Math.Pow(treatment, 2) / Math.Pow(control, 4));
        return new RelativeLift((treatment - control) / control, Math.Sqrt(variance));
    }

    /// <summary>
    /// How many times as many trials it takes, 1 being what there are, until a difference of this size is proven at 5 % with a
    /// probability of 80 %: <c>((z.975 + z.8) error / e)²</c>. Infinite where there is no difference.
    /// </summary>
    public double TrialsForPower => Math.Pow((StandardNormal.Z95 + StandardNormal.Z80) * Error / Value, 2);
}
