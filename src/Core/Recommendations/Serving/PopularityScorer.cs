using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The decayed counts of the leading items as shares of the highest one, for blending.</summary>
internal static class PopularityScorer
{
    public static void Score(DecayedRanking ranking, int itemCount, ScoreBuffer scores)
    {
        scores.Reset(itemCount);
        var leaders = ranking.Leaders;
        foreach (var (log2, item) in leaders) scores.Add(item, (float)Math.Pow(2, log2 - leaders[0].Log2));
    }

    /// <summary>How far the ranking can be believed at the instant, see <see cref="ShelfTrust"/>.</summary>
    public static float Trust(DecayedRanking ranking, DateTimeOffset instant)
    {
        var leaders = ranking.Leaders;
        if (leaders.Length < ShelfTrust.Place) return 0;
        return ShelfTrust.Of((float)Math.Pow(2, leaders[ShelfTrust.Place - 1].Log2 - ranking.HalfLives(instant)));
    }

    /// <summary>What <see cref="RankedCount.Log2"/> must reach for an item to be trending at the instant.</summary>
    public static double TrendingFloor(Knowledge knowledge, DateTimeOffset instant) =>
        Math.Log2(knowledge.Settings.TrendingFloor) + knowledge.State.Trending.HalfLives(instant);
}
