using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The decayed counts of the leading items as shares of the highest one, for blending.</summary>
internal static class PopularityScorer
{
    public static void Score(Knowledge knowledge, DateTimeOffset instant, ServingWorkspace workspace)
    {
        var state = knowledge.State;
        workspace.Trending.Reset(state.Items.Count);
        workspace.Popular.Reset(state.Items.Count);
        AddLeaders(state.Popular, double.NegativeInfinity, workspace.Popular);
        AddLeaders(state.Trending, TrendingFloor(knowledge, instant), workspace.Trending);
    }

    /// <summary>What <see cref="RankedCount.Log2"/> must reach for an item to be trending at the instant.</summary>
    public static double TrendingFloor(Knowledge knowledge, DateTimeOffset instant) =>
        Math.Log2(knowledge.Settings.TrendingFloor) + knowledge.State.Trending.HalfLives(instant);

    private static void AddLeaders(DecayedRanking ranking, double floor, ScoreBuffer scores)
    {
        var leaders = ranking.Leaders;
        foreach (var (log2, item) in leaders)
        {
            if (log2 < floor) return;
            scores.Add(item, (float)Math.Pow(2, log2 - leaders[0].Log2));
        }
    }
}
