using System.Buffers;
using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Evaluation;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>The leading candidates of a case with what each part of the blend gives them.</summary>
/// <param name="parts">One array for each part, as long as there are candidates, or empty for a part that has no score.</param>
/// <param name="isRelevant">Whether the person went on to meet the candidate.</param>
/// <param name="relevantCount">How many items the person went on to meet, candidates or not.</param>
internal sealed class ScoredCase(HeldOutCase about, float[][] parts, bool[] isRelevant, int relevantCount)
{
    /// <summary>How many places are judged.</summary>
    public const int Places = 10;

    public HeldOutCase About { get; } = about;

    /// <summary>nDCG@10 of the candidates in the order of the blend.</summary>
    public double Ndcg(in BlendShares shares)
    {
        Span<float> best = stackalloc float[Places];
        Span<bool> hits = stackalloc bool[Places];
        var kept = 0;
        var sums = ArrayPool<float>.Shared.Rent(isRelevant.Length);
        Sum(shares, sums);
        for (var candidate = 0; candidate < isRelevant.Length; candidate++)
        {
            var score = sums[candidate];
            if (score <= 0 || (kept == Places && score <= best[^1])) continue;
            var place = kept < Places ? kept++ : Places - 1;
            for (; place > 0 && best[place - 1] < score; place--) (best[place], hits[place]) = (best[place - 1], hits[place - 1]);
            (best[place], hits[place]) = (score, isRelevant[candidate]);
        }

        ArrayPool<float>.Shared.Return(sums);
        return RankingMetrics.Ndcg(hits[..kept], relevantCount, Places);
    }

    private void Sum(in BlendShares shares, float[] sums)
    {
        Array.Clear(sums, 0, isRelevant.Length);
        for (var part = 0; part < BlendShares.Count; part++)
        {
            var (share, scores) = (shares[(BlendPart)part], parts[part]);
            if (share == 0) continue;
            for (var candidate = 0; candidate < scores.Length; candidate++) sums[candidate] += share * scores[candidate];
        }
    }
}
