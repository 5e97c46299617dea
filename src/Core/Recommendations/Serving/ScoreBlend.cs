using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>A weighted sum of scores, each scaled so that its best is 1. Reused between requests; not thread-safe.</summary>
internal sealed class ScoreBlend
{
    private readonly List<Part> _parts = [];

    public void Clear() => _parts.Clear();

    /// <summary>Adds a part; scores without any above 0, or a weight of 0, are left out.</summary>
    public void Add(ScoreBuffer scores, double weight, RecommendationSource source)
    {
        var maximum = scores.Maximum();
        if (maximum > 0 && weight > 0) _parts.Add(new Part(scores, (float)(weight / maximum), source));
    }

    public void SumInto(ScoreBuffer sums)
    {
        foreach (var (scores, factor, _) in _parts) sums.AddScaled(scores, factor);
    }

    /// <summary>The source whose parts together give the item most; of equal ones the source added first.</summary>
    public RecommendationSource StrongestSource(int item)
    {
        var (strongest, most) = (RecommendationSource.Popular, float.NegativeInfinity);
        for (var first = 0; first < _parts.Count; first++)
        {
            var sum = 0f;
            foreach (var (scores, factor, source) in _parts)
                if (source == _parts[first].Source) sum += factor * scores[item];
            if (sum > most) (strongest, most) = (_parts[first].Source, sum);
        }

        return strongest;
    }

    /// <summary>How much of the item's sum comes from parts of the source, 0 to 1.</summary>
    public float ShareOf(RecommendationSource wanted, int item)
    {
        var (wantedSum, sum) = (0f, 0f);
        foreach (var (scores, factor, source) in _parts)
        {
            // A part that speaks against the item caused nothing.
            var share = Math.Max(0, factor * scores[item]);
            sum += share;
            if (source == wanted) wantedSum += share;
        }

        return sum > 0 ? wantedSum / sum : 0;
    }

    private readonly record struct Part(ScoreBuffer Scores, float Factor, RecommendationSource Source);
}
