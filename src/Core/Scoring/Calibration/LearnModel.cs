using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>
/// Learns points from outcomes by logistic regression. What points say of the probability is learnt from scores that each fifth
/// of the people got from the other four: scores of people that a model has learnt from claim too much.
/// </summary>
public static class LearnModel
{
    private const int Folds = 5, Digits = 4, MostSteps = 1000;

    /// <exception cref="ArgumentException">Nobody of the cases converted, or all did.</exception>
    public static LearntModel Fit(IReadOnlyList<CalibrationCase> cases, IReadOnlyList<LearnableFeature> features, LearningOptions options)
    {
        double[][] rows = [.. cases.Select(one => features.Select(feature => feature.ValueOf(one.Factors, one.Profile)).ToArray())];
        double[] targets = [.. cases.Select(one => one.Converted ? 1.0 : 0)];
        var whole = LogisticRegression.Fit(rows, targets, options.Penalty);
        var unseen = Unseen(cases, rows, targets, whole, options.Penalty);

        var cuts = LogOddsCuts.Of(unseen, CurveOf(unseen, options.Curve), options.Target);
        var scale = PointScale.Of(cuts, whole);
        JudgedCase[] scored = [.. unseen.Select(one => one with { Score = scale.PointsOf(one.Score) })];
        return new LearntModel(
            features, [.. whole.Coefficients.Select(coefficient => Math.Round(coefficient * scale.PerLogOdds, Digits))],
            Math.Round(scale.Offset, Digits), whole.Means, CurveOf(scored, options.Curve), scale.Thresholds(cuts), cuts.Ready.Reach);
    }

    /// <summary>A curve of the kind asked for; of more steps than a model may have becomes Platt's.</summary>
    public static ProbabilityCurve CurveOf(IReadOnlyList<JudgedCase> cases, CurveKind kind)
    {
        var curve = kind switch
        {
            CurveKind.Platt => PlattCurve.Fit(cases),
            CurveKind.Isotonic => IsotonicCurve.Fit(cases),
            _ => ProbabilityCurve.Learn(cases),
        };
        return curve is IsotonicCurve { Steps.Count: > MostSteps } ? PlattCurve.Fit(cases) : curve;
    }

    /// <summary>Log-odds above those of somebody with nothing at all, said by models that had not seen the person.</summary>
    private static JudgedCase[] Unseen(
        IReadOnlyList<CalibrationCase> cases, double[][] rows, double[] targets, LogisticModel whole, double penalty)
    {
        var folds = cases.Select(one => (int)(Fnv1a.Hash(one.PersonId) % Folds)).ToArray();
        var models = Enumerable.Range(0, Folds).Select(fold =>
        {
            int[] others = [.. Enumerable.Range(0, rows.Length).Where(i => folds[i] != fold)];
            var positives = others.Sum(i => targets[i]);
            return positives > 0 && positives < others.Length
                ? LogisticRegression.Fit([.. others.Select(i => rows[i])], [.. others.Select(i => targets[i])], penalty)
                : whole;
        }).ToArray();
        return [.. rows.Select((row, i) => new JudgedCase(models[folds[i]].LogOddsOf(row) - whole.Intercept, targets[i] > 0))];
    }
}
