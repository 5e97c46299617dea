using CsCheck;
using PersonalizationEngine.Core.Recommendations.Evaluation;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation;

public sealed class RankingMetricsTests
{
    // Hits at ranks 1 and 3 of 5, four relevant items, worked out by hand.
    private static readonly string[] Ranking = ["a", "x", "b", "y", "z"];
    private static readonly HashSet<string> Relevant = ["a", "b", "c", "d"];

    [Fact]
    public void Metrics_HandWorkedRanking_AsDefined()
    {
        Assert.Equal(2 / 5.0, RankingMetrics.Precision(Ranking, Relevant, 5), 12);
        Assert.Equal(2 / 4.0, RankingMetrics.Recall(Ranking, Relevant, 5), 12);
        Assert.Equal(1, RankingMetrics.HitRate(Ranking, Relevant, 5));
        Assert.Equal(((1 / 1.0) + (2 / 3.0)) / 4, RankingMetrics.AveragePrecision(Ranking, Relevant, 5), 12);
        var ideal = 1 + (1 / Math.Log2(3)) + (1 / Math.Log2(4)) + (1 / Math.Log2(5));
        Assert.Equal((1 + (1 / Math.Log2(4))) / ideal, RankingMetrics.Ndcg(Ranking, Relevant, 5), 12);
    }

    [Fact]
    public void Metrics_RankingShorterThanK_MissingPlacesAreMisses()
    {
        Assert.Equal(2 / 10.0, RankingMetrics.Precision(Ranking, Relevant, 10), 12);
        Assert.Equal(0, RankingMetrics.HitRate([], Relevant, 10));
    }

    [Fact]
    public void Metrics_NothingRelevant_AllZero()
    {
        Assert.Equal(0, RankingMetrics.Recall(Ranking, new HashSet<string>(), 5));
        Assert.Equal(0, RankingMetrics.Ndcg(Ranking, new HashSet<string>(), 5));
        Assert.Equal(0, RankingMetrics.AveragePrecision(Ranking, new HashSet<string>(), 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Metrics_DepthBelowOne_Throws(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMetrics.Ndcg(Ranking, Relevant, k));

    [Fact]
    public void Metrics_AnyRanking_BetweenZeroAndOneAndBestInFront() =>
        Gen.Select(Gen.Int[0, 20].Array[1, 15], Gen.Int[0, 20].HashSet[1, 10], Gen.Int[1, 12]).Sample((items, relevantItems, k) =>
        {
            string[] ranking = [.. items.Distinct().Select(item => $"{item}")];
            HashSet<string> relevant = [.. relevantItems.Select(item => $"{item}")];
            string[] best = [.. ranking.OrderByDescending(relevant.Contains)];

            Assert.InRange(RankingMetrics.Ndcg(ranking, relevant, k), 0, 1);
            Assert.InRange(RankingMetrics.AveragePrecision(ranking, relevant, k), 0, 1);
            Assert.True(RankingMetrics.Ndcg(best, relevant, k) >= RankingMetrics.Ndcg(ranking, relevant, k));
            Assert.True(
                RankingMetrics.AveragePrecision(best, relevant, k) >= RankingMetrics.AveragePrecision(ranking, relevant, k));
            Assert.Equal(
                RankingMetrics.Precision(ranking, relevant, k) * k,
                RankingMetrics.Recall(ranking, relevant, k) * relevant.Count,
                9);
        });

    [Fact]
    public void Evaluation_TwoPeopleAndOneWithoutRelevant_AveragesTheTwo()
    {
        var evaluation = new RankingEvaluation(2, catalogueSize: 8);
        evaluation.Add(["a", "b", "ignored"], new HashSet<string> { "a" });
        evaluation.Add(["b", "c"], new HashSet<string> { "x", "y" });
        evaluation.Add(["d"], new HashSet<string>());

        Assert.Equal(2, evaluation.People);
        Assert.Equal(0.25, evaluation.Precision, 12);
        Assert.Equal(0.5, evaluation.Recall, 12);
        Assert.Equal(0.5, evaluation.HitRate, 12);
        Assert.Equal(0.5, evaluation.Ndcg, 12);
        Assert.Equal(0.5, evaluation.Map, 12);
        Assert.Equal(3 / 8.0, evaluation.Coverage, 12);
    }

    [Fact]
    public void Evaluation_Nobody_Zero() => Assert.Equal(0, new RankingEvaluation(10, 5).Ndcg);
}
