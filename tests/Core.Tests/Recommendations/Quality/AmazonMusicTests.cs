using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>
/// Amazon Digital Music in the files of "A Worrying Reproducibility Study of Intent-Aware Recommendation Models"
/// (SIGIR 2025): a sparse shop without times. Item-kNN alone is told to reach R@10 .211 to .218, 313 people without any
/// history counted as misses; the fallback chain serves those too.
/// </summary>
public sealed class AmazonMusicTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Unknown = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Recommend_SparseShop_KeepsUpWithPublishedNeighbours()
    {
        Interaction[] train =
            [.. Pairs("ids4nr/Music.train.txt").Select(pair => new Interaction(pair.Person, pair.Item, "", 1, Unknown))];
        var test = Pairs("ids4nr/Music.test.txt")
            .GroupBy(pair => pair.Person)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Item).ToHashSet());

        var served = new Split(train, test).Evaluate(new() { HistoryPositionDecay = 1 }, 10, output);

        Assert.True(served.Recall >= 0.21, $"R@10 {served.Recall:F4}");
    }

    private static IEnumerable<(string Person, string Item)> Pairs(string path) =>
        from line in SharedData.Lines(path)
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from item in fields.Skip(1)
        select (fields[0], item);
}
