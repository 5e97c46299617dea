using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// Finds the shares that give the best mean nDCG@10 over some cases: it begins with the part that is known to be good, or
/// with a better one, and turns one share after the other as long as that pays more than chance would.
/// </summary>
internal static class BlendSearch
{
    private const int MostRounds = 4;

    private static readonly float[] Steps = [0, 0.1f, 0.2f, 0.35f, 0.5f, 0.75f, 1, 1.5f];

    // By how many of its own standard errors a change must pay.
    private const double LeastErrors = 2;

    /// <param name="parts">The first is begun with unless another is clearly better.</param>
    public static BlendShares Find(IReadOnlyList<WeighedCase> cases, IReadOnlyList<BlendPart> parts)
    {
        var best = Judged(cases, Alone(parts[0]));
        foreach (var part in parts)
        {
            var alone = Judged(cases, Alone(part));
            if (IsBetter(cases, alone.Ndcg, best.Ndcg)) best = alone;
        }

        for (var round = 0; round < MostRounds; round++)
        {
            var before = best;
            foreach (var part in parts)
            {
                foreach (var step in Steps)
                {
                    var turned = Judged(cases, best.Shares.With(part, step));
                    if (IsBetter(cases, turned.Ndcg, best.Ndcg)) best = turned;
                }
            }

            if (best == before) break;
        }

        return best.Shares;
    }

    public static BlendShares Alone(BlendPart part) => default(BlendShares).With(part, 1);

    /// <summary>The mean nDCG@10, cases counting by their weight; 0 without cases.</summary>
    public static double MeanNdcg(IReadOnlyList<WeighedCase> cases, in BlendShares shares) => Judged(cases, shares).Mean;

    private static Judgement Judged(IReadOnlyList<WeighedCase> cases, in BlendShares shares)
    {
        var ndcg = new double[cases.Count];
        for (var index = 0; index < ndcg.Length; index++) ndcg[index] = cases[index].Case.Ndcg(shares);
        return new Judgement(shares, ndcg, Mean(cases, ndcg));
    }

    private static bool IsBetter(IReadOnlyList<WeighedCase> cases, double[] ndcg, double[] than)
    {
        var differences = new double[ndcg.Length];
        for (var index = 0; index < ndcg.Length; index++) differences[index] = ndcg[index] - than[index];
        var mean = Mean(cases, differences);
        if (mean <= 0) return false;
        for (var index = 0; index < ndcg.Length; index++) differences[index] = Math.Pow(differences[index] - mean, 2);
        return mean > LeastErrors * Math.Sqrt(Mean(cases, differences) / ndcg.Length);
    }

    private static double Mean(IReadOnlyList<WeighedCase> cases, double[] values)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var index = 0; index < values.Length; index++)
        {
            sum += cases[index].Weight * values[index];
            weights += cases[index].Weight;
        }

        return weights > 0 ? sum / weights : 0;
    }

    private sealed record Judgement(BlendShares Shares, double[] Ndcg, double Mean);
}
