using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// Finds the shares that give the best mean nDCG@10 over some cases: it begins with the best part alone and turns one share
/// after the other as long as that helps. What it finds is never worse, on these cases, than any single part.
/// </summary>
internal static class BlendSearch
{
    private const int MostRounds = 4;

    // A change must pay by more than this, or it is chance that decides.
    private const double LeastGain = 0.0005;

    private static readonly float[] Steps = [0, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.75f, 1, 1.5f];

    public static BlendShares Find(IReadOnlyList<ScoredCase> cases)
    {
        var best = Enum.GetValues<BlendPart>()
            .Select(Alone)
            .Select(shares => (Shares: shares, Ndcg: MeanNdcg(cases, shares)))
            .MaxBy(each => each.Ndcg);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = best.Ndcg;
            foreach (var part in Enum.GetValues<BlendPart>()) best = Turn(cases, part, best);
            if (best.Ndcg <= before) break;
        }

        return best.Shares;
    }

    public static double MeanNdcg(IReadOnlyCollection<ScoredCase> cases, in BlendShares shares)
    {
        var sum = 0.0;
        foreach (var each in cases) sum += each.Ndcg(shares);
        return cases.Count == 0 ? 0 : sum / cases.Count;
    }

    public static BlendShares Alone(BlendPart part) => default(BlendShares).With(part, 1);

    private static (BlendShares Shares, double Ndcg) Turn(
        IReadOnlyList<ScoredCase> cases, BlendPart part, (BlendShares Shares, double Ndcg) best)
    {
        foreach (var step in Steps)
        {
            var shares = best.Shares.With(part, step);
            var ndcg = MeanNdcg(cases, shares);
            if (ndcg > best.Ndcg + LeastGain) best = (shares, ndcg);
        }

        return best;
    }
}
