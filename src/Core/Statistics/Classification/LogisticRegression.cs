namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>
/// Logistic regression with an L2 penalty: the least <c>Σ loss + penalty/2 Σ b²</c>, b being the coefficients of standardised
/// values (mean 0, deviation 1); the intercept is not penalised. By Newton's steps, halved where they overshoot. The penalty
/// keeps what is separable finite and what is collinear unique; values that are always the same get 0. The same rows give the
/// same model.
/// </summary>
public static class LogisticRegression
{
    /// <param name="rows">Finite numbers, equally many in each row.</param>
    /// <param name="targets">One for each row: 0 or 1, or a probability between.</param>
    /// <param name="penalty">Above 0. 1 is usual.</param>
    /// <exception cref="ArgumentException">There is nothing to tell apart: the targets are all 0 or all 1, or there are none.</exception>
    public static LogisticModel Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> targets, double penalty)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        var sum = targets.Sum();
        if (sum <= 0 || sum >= targets.Count) throw new ArgumentException("The targets must not be all 0 or all 1.", nameof(targets));

        var scale = ColumnScale.Of(rows);
        var newton = new LogisticNewton(scale.Standardise(rows), targets, penalty);
        var converged = newton.Run(LogOdds.Of(sum / targets.Count));
        return scale.Unscale(newton.Solution, converged);
    }
}
