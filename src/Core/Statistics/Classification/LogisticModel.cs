namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Log-odds as a sum: <c>intercept + Σ coefficient × value</c>.</summary>
/// <param name="Coefficients">Change of the log-odds for one more of each value, in the value's own unit.</param>
/// <param name="Means">Of each value where it was learnt.</param>
/// <param name="Deviations">Their standard deviations there; 0 for one that was always the same, whose coefficient is 0.</param>
/// <param name="Converged">False where the steps ran out before the optimum was reached to twelve digits.</param>
public sealed record LogisticModel(
    double Intercept, IReadOnlyList<double> Coefficients, IReadOnlyList<double> Means, IReadOnlyList<double> Deviations, bool Converged)
{
    public double LogOddsOf(ReadOnlySpan<double> values)
    {
        var sum = Intercept;
        for (var i = 0; i < values.Length; i++) sum += Coefficients[i] * values[i];
        return sum;
    }

    public double ProbabilityOf(ReadOnlySpan<double> values) => LogOdds.ToProbability(LogOddsOf(values));

    /// <summary>What each value adds to the log-odds of somebody average: <c>coefficient × (value - mean)</c>.</summary>
    public IReadOnlyList<double> Reasons(ReadOnlySpan<double> values)
    {
        var reasons = new double[values.Length];
        for (var i = 0; i < reasons.Length; i++) reasons[i] = Coefficients[i] * (values[i] - Means[i]);
        return reasons;
    }
}
