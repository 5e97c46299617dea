namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>
/// The rising steps nearest to what came true. Below the first step as on it. No probability is nearer to 0 or 1 than the
/// cases can tell: 1/(N + 2).
/// </summary>
/// <param name="Steps">At least one, by rising score and probability.</param>
public sealed record IsotonicCurve(IReadOnlyList<CurveStep> Steps) : ProbabilityCurve
{
    /// <exception cref="ArgumentException">There are no cases.</exception>
    public static IsotonicCurve Fit(IReadOnlyList<JudgedCase> cases)
    {
        if (cases.Count == 0) throw new ArgumentException("There must be cases.", nameof(cases));
        var equals = cases.GroupBy(one => one.Score).OrderBy(group => group.Key)
            .Select(group => (Score: group.Key, Rate: group.Average(one => one.Positive ? 1.0 : 0), Count: (double)group.Count())).ToArray();
        var fitted = PooledViolators.Fit([.. equals.Select(one => one.Rate)], [.. equals.Select(one => one.Count)]);
        var nearest = 1.0 / (cases.Count + 2);
        var steps = new List<CurveStep>();
        for (var i = 0; i < fitted.Length; i++)
        {
            var probability = Math.Clamp(fitted[i], nearest, 1 - nearest);
            if (steps.Count == 0 || probability > steps[^1].Probability) steps.Add(new CurveStep(equals[i].Score, probability));
        }

        return new IsotonicCurve(steps);
    }

    public override double ProbabilityOf(double score)
    {
        int low = 0, high = Steps.Count;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Score <= score) low = middle;
            else high = middle;
        }

        return Steps[low].Probability;
    }
}
