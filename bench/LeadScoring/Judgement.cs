using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Bench.LeadScoring;

/// <summary>How models learnt from some leads did on others.</summary>
internal sealed record Judgement(double Auc, double TopTenthLift, double Brier, double CalibrationError, double PrecisionAtHalf)
{
    private const double Penalty = 1;

    /// <param name="learn">Places of leads to learn from.</param>
    public static Judgement Of(double[][] rows, bool[] converted, int[] learn, int[] judge)
    {
        var model = LogisticRegression.Fit([.. learn.Select(i => rows[i])], [.. learn.Select(i => converted[i] ? 1.0 : 0)], Penalty);
        JudgedCase[] said = [.. judge.Select(i => new JudgedCase(model.ProbabilityOf(rows[i]), converted[i]))];
        var quality = ProbabilityQuality.Of(said)!;
        var top = said.OrderByDescending(one => one.Score).Take(said.Length / 10).ToList();
        var sure = said.Where(one => one.Score >= 0.5).ToList();
        return new Judgement(
            RankingArea.Of(said)!.Value.Value, Rate(top) / Rate(said), quality.Brier, quality.CalibrationError, Rate(sure));
    }

    private static double Rate(IReadOnlyCollection<JudgedCase> cases) => (double)cases.Count(one => one.Positive) / Math.Max(1, cases.Count);
}
