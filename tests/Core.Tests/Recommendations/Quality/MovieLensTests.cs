using System.Globalization;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>MovieLens-100K, all ratings relevant, k = 10, seen items left out, no candidate sampling.</summary>
public sealed class MovieLensTests(ITestOutputHelper output)
{
    // The ratings were split at random, so what is held back lies between what is learned: the place of an item in a
    // history says nothing, and its decay is off. The split by time below judges the decay.
    private static readonly RecommenderSettings Timeless = new() { HistoryPositionDecay = 1, PopularityHalfLife = TimeSpan.FromDays(3650), TrendingHalfLife = TimeSpan.FromDays(365) };

    [Fact]
    public void Recommend_MicrosoftSplit_BeatsPopularityClearly()
    {
        var split = MicrosoftSplit();
        var popular = split.Evaluate(Timeless with { PopularityHalfLife = TimeSpan.FromDays(3650) }, 10, output, popularOnly: true);
        var served = split.Evaluate(Timeless, 10, output);
        split.Evaluate(new(), 10, output);
        split.Evaluate(Timeless with { HistoryCap = 1000 }, 10, output);

        Assert.InRange(popular.Ndcg, 0.245, 0.26);
        Assert.True(served.Ndcg >= 0.45, $"nDCG@10 {served.Ndcg:F4}");
    }

    [Fact]
    public void Recommend_EachPersonSplitByTime_PositionDecayPays()
    {
        var split = ByTime(MicrosoftSplit());
        var served = split.Evaluate(new(), 10, output);
        var timeless = split.Evaluate(Timeless, 10, output);

        Assert.True(served.Ndcg >= 0.22, $"nDCG@10 {served.Ndcg:F4}");
        Assert.True(served.Ndcg > timeless.Ndcg + 0.02, $"nDCG@10 {served.Ndcg:F4} and {timeless.Ndcg:F4} without decay");
    }

    [Fact]
    public void Newcomers()
    {
        var all = SharedData.Lines("ms-ml100k-split/train.tsv").Concat(SharedData.Lines("ms-ml100k-split/test.tsv")).Select(Read).GroupBy(r => r.PersonId).Select(g => g.OrderBy(r => r.At).ToArray()).ToList();
        bool Held(string id) => int.Parse(id, CultureInfo.InvariantCulture) % 5 == 0;
        foreach (var k in new[] { 1, 3, 5, 10, 20, 50, 100 })
        {
            var train = all.Where(u => !Held(u[0].PersonId)).SelectMany(u => u).Concat(all.Where(u => Held(u[0].PersonId)).SelectMany(u => u.Take(k))).ToList();
            var test = all.Where(u => Held(u[0].PersonId) && u.Length > k).ToDictionary(u => u[0].PersonId, u => u.Skip(k).Select(r => r.ItemId).ToHashSet());
            output.WriteLine($"k {k}");
            new Split(train, test).Evaluate(Timeless with { HistoryPositionDecay = 0.95 }, 10, output);
        }
    }

    private static Split MicrosoftSplit() => new(
        [.. SharedData.Lines("ms-ml100k-split/train.tsv").Select(Read)],
        SharedData.Lines("ms-ml100k-split/test.tsv").Select(Read)
            .GroupBy(rating => rating.PersonId)
            .ToDictionary(group => group.Key, group => group.Select(rating => rating.ItemId).ToHashSet()));

    /// <summary>The first 80 % of each person's ratings are learned, the rest held back.</summary>
    private static Split ByTime(Split split)
    {
        var all = split.Train.Concat(SharedData.Lines("ms-ml100k-split/test.tsv").Select(Read));
        List<Interaction> train = [];
        Dictionary<string, HashSet<string>> test = [];
        foreach (var person in all.GroupBy(rating => rating.PersonId))
        {
            Interaction[] ordered = [.. person.OrderBy(rating => rating.At)];
            var learned = (int)(ordered.Length * 0.8);
            train.AddRange(ordered.Take(learned));
            test[person.Key] = [.. ordered.Skip(learned).Select(rating => rating.ItemId)];
        }

        return new Split(train, test);
    }

    private static Interaction Read(string line)
    {
        var fields = line.Split('\t');
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(fields[3], CultureInfo.InvariantCulture));
        return new Interaction(fields[0], fields[1], "", 1, at);
    }
}
