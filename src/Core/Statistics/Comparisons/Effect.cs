namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>By how much one group's mean lies above that of another, the control.</summary>
/// <param name="Error">The standard error of the value.</param>
/// <param name="Freedom">Degrees of freedom after Welch (1947) and Satterthwaite (1946), of the difference of the means.</param>
/// <param name="People">Of both groups.</param>
public readonly record struct Effect(double Value, double Error, double Freedom, long People)
{
    /// <summary>The difference of the means: <c>mB - mA</c>, <c>SE² = vA/nA + vB/nB</c>.</summary>
    /// <returns>Null with fewer than two people in a group, or where all of both have the same value.</returns>
    public static Effect? Absolute(Sample control, Sample treatment)
    {
        if (control.Count < 2 || treatment.Count < 2) return null;
        double a = control.VarianceOfMean, b = treatment.VarianceOfMean;
        if (a + b <= 0) return null;
        var freedom = Math.Pow(a + b, 2) / ((a * a / (control.Count - 1)) + (b * b / (treatment.Count - 1)));
        return new Effect(treatment.Mean - control.Mean, Math.Sqrt(a + b), freedom, control.Count + treatment.Count);
    }

    /// <summary>The difference as a share of the control's mean (delta method): <c>(mB - mA)/|mA|</c>, <c>SE² = (vB/nB)/mA² + (vA/nA) mB²/mA⁴</c>.</summary>
    /// <returns>Null where the control's mean is 0 too.</returns>
    public static Effect? Relative(Sample control, Sample treatment)
    {
        if (control.Mean == 0 || Absolute(control, treatment) is not { } absolute) return null;
        var square = control.Mean * control.Mean;
        var variance = (treatment.VarianceOfMean / square)
            + (control.VarianceOfMean * treatment.Mean * treatment.Mean / (square * square));
        return variance <= 0 ? null : absolute with { Value = absolute.Value / Math.Abs(control.Mean), Error = Math.Sqrt(variance) };
    }
}
