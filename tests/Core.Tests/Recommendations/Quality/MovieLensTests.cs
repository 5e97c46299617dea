using System.Globalization;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>MovieLens-100K, all ratings relevant, k = 10, seen items left out, no candidate sampling.</summary>
public sealed class MovieLensTests(ITestOutputHelper output)
{
    private const int K = 10;

    // Microsoft's split is random: what is held back lies between what is learned, so age says nothing and every decay is
    // off. The splits by time below judge the decays.
    private static readonly RecommenderSettings Timeless = new()
    {
        HistoryPositionDecay = 1,
        PopularityHalfLife = TimeSpan.FromDays(3650),
        TrendingHalfLife = TimeSpan.FromDays(365),
    };

    [Fact]
    public void Popular_MicrosoftSplit_EqualsTheAnchor() =>
        Assert.InRange(MicrosoftSplit().Evaluate(Timeless, K, output, popularOnly: true).Ndcg, 0.250, 0.254);

    [Fact]
    public void Recommend_MicrosoftSplit_BeatsPopularityClearly()
    {
        var served = MicrosoftSplit().Evaluate(Timeless, K, output);

        Assert.True(served.Ndcg >= 0.445, $"nDCG@10 {served.Ndcg:F4}");
        Assert.True(served.Coverage >= 0.15, $"coverage {served.Coverage:F3}");
    }

    [Fact]
    public void Recommend_MicrosoftSplitWithDefaults_StillBeatsPopularityClearly()
    {
        var served = MicrosoftSplit().Evaluate(new(), K, output);

        Assert.True(served.Ndcg >= 0.39, $"nDCG@10 {served.Ndcg:F4}");
    }

    [Fact]
    public void Recommend_MicrosoftSplitWithWideBounds_BeatsItemKnnAlone()
    {
        // Histories here reach 550 films; live serving bounds both for speed.
        var served = MicrosoftSplit().Evaluate(Timeless with { HistoryCap = 1000, UserScanLimit = 100_000 }, K, output);

        Assert.True(served.Ndcg >= 0.455, $"nDCG@10 {served.Ndcg:F4}");
    }

    [Fact]
    public void Recommend_EachPersonSplitByTime_PositionDecayPays()
    {
        var split = ByTime(person => person.Length * 8 / 10);
        var served = split.Evaluate(new(), K, output);
        var timeless = split.Evaluate(new() { HistoryPositionDecay = 1 }, K, output);

        Assert.True(served.Ndcg >= 0.225, $"nDCG@10 {served.Ndcg:F4}");
        Assert.True(served.Ndcg > timeless.Ndcg + 0.03, $"nDCG@10 {served.Ndcg:F4} and {timeless.Ndcg:F4} without decay");
    }

    [Theory]
    [InlineData(1, 0.48)]
    [InlineData(5, 0.40)]
    [InlineData(20, 0.36)]
    public void Recommend_FirstEventsOfNewcomers_PopularityHelps(int events, double floor)
    {
        var split = ByTime(person => person[0].PersonId[^1] is '0' or '5' ? events : person.Length);
        var blended = split.Evaluate(Timeless with { HistoryPositionDecay = 0.95 }, K, output);
        var personal = split.Evaluate(Timeless with { HistoryPositionDecay = 0.95, PersonalBlendConstant = 0 }, K, output);

        Assert.True(blended.Ndcg >= floor, $"nDCG@10 {blended.Ndcg:F4}");
        Assert.True(blended.Ndcg > personal.Ndcg, $"nDCG@10 {blended.Ndcg:F4} and {personal.Ndcg:F4} without popularity");
    }

    private static Split MicrosoftSplit() => new(
        [.. SharedData.Lines("ms-ml100k-split/train.tsv").Select(Read)],
        Relevant(SharedData.Lines("ms-ml100k-split/test.tsv").Select(Read)));

    /// <summary>The first ratings of each person, as many as told, are learned, the rest held back.</summary>
    private static Split ByTime(Func<Interaction[], int> learned)
    {
        var people = SharedData.Lines("ms-ml100k-split/train.tsv").Concat(SharedData.Lines("ms-ml100k-split/test.tsv"))
            .Select(Read)
            .GroupBy(rating => rating.PersonId)
            .Select(person => person.OrderBy(rating => rating.At).ToArray())
            .ToArray();
        return new Split(
            [.. people.SelectMany(person => person.Take(learned(person)))],
            Relevant(people.SelectMany(person => person.Skip(learned(person)))));
    }

    private static Dictionary<string, HashSet<string>> Relevant(IEnumerable<Interaction> heldBack) =>
        heldBack
            .GroupBy(rating => rating.PersonId)
            .ToDictionary(person => person.Key, person => person.Select(rating => rating.ItemId).ToHashSet());

    private static Interaction Read(string line)
    {
        var fields = line.Split('\t');
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(fields[3], CultureInfo.InvariantCulture));
        return new Interaction(fields[0], fields[1], "", 1, at);
    }
}
