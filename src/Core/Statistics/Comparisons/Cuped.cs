namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>
/// An effect freed of what could be foreseen from before the experiment (Deng, Xu, Kohavi, Walker, 2013): <c>y' = y - θ(x - mean x)</c>,
/// <c>θ = cov(y, x)/var(x)</c> over both groups. The same effect with less noise, never another one.
/// </summary>
/// <param name="Theta">0 where the covariate says nothing.</param>
/// <param name="Absolute">The difference of the adjusted means.</param>
/// <param name="Relative">As a share of the control's mean as it is, unadjusted; null where that is 0.</param>
/// <param name="VarianceLeft">Of the difference's variance, the share that is left; 1 - ρ² for a correlation of ρ.</param>
public sealed record Cuped(double Theta, Effect Absolute, Effect? Relative, double VarianceLeft)
{
    /// <returns>Null with fewer than two people in a group, or where all have the same value.</returns>
    public static Cuped? Between(PairedSums control, PairedSums treatment)
    {
        if (Effect.Absolute(PlainOf(control), PlainOf(treatment)) is not { } plain) return null;
        var all = control + treatment;
        var theta = all.VarianceOfX > 0 ? all.Covariance / all.VarianceOfX : 0;
        if (Effect.Absolute(AdjustedOf(control, theta), AdjustedOf(treatment, theta)) is not { } absolute) return null;
        return new Cuped(theta, absolute, RelativeOf(absolute, control, treatment, theta), Math.Pow(absolute.Error / plain.Error, 2));
    }

    /// <summary>
    /// By the delta method over the four means (y and x of both groups): the control's mean of y stands in the numerator and in the
    /// denominator.
    /// </summary>
    private static Effect? RelativeOf(Effect absolute, PairedSums control, PairedSums treatment, double theta)
    {
        var mean = control.MeanOfY;
        if (mean == 0) return null;
        var towardsY = -(1 / mean) - (absolute.Value / (mean * mean));
        var variance = VarianceOf(control, towardsY, theta / mean) + VarianceOf(treatment, 1 / mean, -theta / mean);
        return variance <= 0 ? null : absolute with { Value = absolute.Value / Math.Abs(mean), Error = Math.Sqrt(variance) };
    }

    /// <summary>Of a sum of a group's two means, with these factors.</summary>
    private static double VarianceOf(PairedSums sums, double ofY, double ofX) =>
        ((ofY * ofY * sums.VarianceOfY) + (ofX * ofX * sums.VarianceOfX) + (2 * ofY * ofX * sums.Covariance)) / sums.Count;

    private static Sample PlainOf(PairedSums sums) => Sample.OfValues(sums.Count, sums.Y, sums.YY);

    private static Sample AdjustedOf(PairedSums sums, double theta) => sums.Count < 2 ? default : new Sample(
        sums.Count, sums.MeanOfY - (theta * sums.MeanOfX), VarianceOf(sums, 1, -theta) * sums.Count);
}
