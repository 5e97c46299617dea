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
    private const double ReadyScore = 80, UsualScale = 20, MostPoints = 1000;

    /// <exception cref="ArgumentException">Nobody of the cases converted, or all did.</exception>
    public static LearntModel Fit(IReadOnlyList<CalibrationCase> cases, IReadOnlyList<LearnableFeature> features, LearningOptions options)
    {
        double[][] rows = [.. cases.Select(one => features.Select(feature => feature.ValueOf(one.Factors, one.Profile)).ToArray())];
        double[] targets = [.. cases.Select(one => one.Converted ? 1.0 : 0)];
        var whole = LogisticRegression.Fit(rows, targets, options.Penalty);
        var unseen = Unseen(cases, rows, targets, whole, options.Penalty);

        var scale = Scale(TargetCut.Of(unseen, options.Target).Score, whole);
        double[] points = [.. whole.Coefficients.Select(coefficient => Math.Round(coefficient * scale, Digits))];
        JudgedCase[] scored = [.. unseen.Select(one => one with { Score = one.Score * scale })];
        var curve = CurveOf(scored, options.Curve);
        var cut = TargetCut.Of(scored, options.Target);
        return new LearntModel(features, points, whole.Means, curve, ThresholdsOf(scored, curve, cut.Score, options.Target), cut.Reach);
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

    /// <summary>Points for one unit of log-odds, so that sales-ready begins at 80 as it does by default.</summary>
    private static double Scale(double readyLogOdds, LogisticModel whole)
    {
        var scale = readyLogOdds > 0 ? ReadyScore / readyLogOdds : UsualScale;
        return Math.Min(scale, MostPoints / Math.Max(1e-9, whole.Coefficients.Max(Math.Abs)));
    }

    /// <summary>Warm from the base rate on, hot from half-way (in log-odds) between it and the target.</summary>
    private static SegmentThresholds ThresholdsOf(JudgedCase[] cases, ProbabilityCurve curve, double ready, double target)
    {
        const decimal Step = 0.01m;
        double[] scores = [.. cases.Select(one => one.Score).Distinct().Order()];
        var baseRate = cases.Average(one => one.Positive ? 1.0 : 0);
        var half = LogOdds.ToProbability((LogOdds.Of(baseRate) + LogOdds.Of(target)) / 2);
        var salesReady = Math.Clamp(Round(ready), 3 * Step, LeadScore.Highest);
        var hot = Math.Clamp(Round(From(half)), 2 * Step, salesReady - Step);
        return new SegmentThresholds(Math.Clamp(Round(From(baseRate)), Step, hot - Step), hot, salesReady);

        double From(double probability) => scores.FirstOrDefault(score => curve.ProbabilityOf(score) >= probability, ready);

        static decimal Round(double score) => Math.Round((decimal)Math.Clamp(score, 0, (double)LeadScore.Highest), 2, MidpointRounding.AwayFromZero);
    }
}
