namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>
/// <c>p = 1 / (1 + e^(A score + B))</c> (J. Platt, 1999), learnt with the targets (N₊ + 1)/(N₊ + 2) for what came true and
/// 1/(N₋ + 2) for what did not, so that few or clearly parted cases do not claim certainty.
/// </summary>
/// <param name="A">Below 0 where a higher score means more.</param>
public sealed record PlattCurve(double A, double B) : ProbabilityCurve
{
    // The targets keep the solution finite by themselves; it only has to be above 0.
    private const double NoPenalty = 1e-9;

    public override double ProbabilityOf(double score) => LogOdds.ToProbability(-((A * score) + B));

    /// <exception cref="ArgumentException">There are no cases.</exception>
    public static PlattCurve Fit(IReadOnlyList<JudgedCase> cases)
    {
        if (cases.Count == 0) throw new ArgumentException("There must be cases.", nameof(cases));
        double positives = cases.Count(one => one.Positive), negatives = cases.Count - positives;
        var (high, low) = ((positives + 1) / (positives + 2), 1 / (negatives + 2));
        var model = LogisticRegression.Fit(
            [.. cases.Select(one => new[] { one.Score })], [.. cases.Select(one => one.Positive ? high : low)], NoPenalty);
        return new PlattCurve(-model.Coefficients[0], -model.Intercept);
    }
}
