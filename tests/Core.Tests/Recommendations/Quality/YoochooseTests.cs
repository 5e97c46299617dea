using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>
/// Yoochoose clicks: the next click of a session out of 20 items; clicks on items seen before in the session are not asked.
/// A list has an order: items of equal score take the places their ids give them. (The figure of .5877 that is told of
/// plain counts with the last item takes a click as first among its equals; in a list those counts hit .539.)
/// </summary>
public sealed class YoochooseTests(ITestOutputHelper output)
{
    private const int K = 20;
    private const string TrainFile = "rsc15/yoochoose-clicks-100k_train_full.txt";
    private const string TestFile = "rsc15/yoochoose-clicks-100k_test.txt";

    [Fact]
    public void Recommend_AnonymousSession_FindsNextClick()
    {
        var session = HitRate((recommender, query) => recommender.Recommend(query));
        Assert.True(session >= 0.58, $"HR@20 {session:F4}");
    }

    [Fact]
    public void Similar_LastItemAlone_FindsNextClick()
    {
        var last = HitRate((recommender, query) =>
            recommender.Similar(query with { SessionItemIds = [], ExcludeIds = query.SessionItemIds }));
        Assert.True(last >= 0.575, $"HR@20 {last:F4}");
    }

    private double HitRate(Func<Recommender, RecommendationQuery, RecommendationPage> ask)
    {
        using var recommender = new Recommender(new());
        Interaction[] train = [.. SharedData.Lines(TrainFile).Skip(1).Select(Read)];
        var end = train.Max(click => click.At);
        var clock = Stopwatch.StartNew();
        foreach (var click in train) recommender.Learn(click);
        var learning = clock.Elapsed / train.Length;

        List<int> ranks = [];
        clock.Restart();
        foreach (var session in SharedData.Lines(TestFile).Skip(1).Select(Read).GroupBy(click => click.SessionId))
        {
            List<string> seen = [];
            foreach (var next in session.Select(click => click.ItemId))
            {
                var query = new RecommendationQuery { CurrentItemId = seen.LastOrDefault(), Limit = K, Instant = end };
                if (seen.Count > 0 && !seen.Contains(next))
                    ranks.Add(Rank(ask(recommender, query with { SessionItemIds = [.. seen] }), next));
                seen.Add(next);
            }
        }

        var hits = ranks.Count(rank => rank > 0);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"HR@{K} {(double)hits / ranks.Count:F4}, of {ranks.Count}, "
            + $"MRR@{K} {ranks.Average(rank => rank > 0 ? 1.0 / rank : 0):F4}; "
            + $"learn {learning.TotalMicroseconds:F2} us/event, answer {(clock.Elapsed / ranks.Count).TotalMicroseconds:F0} us"));
        return (double)hits / ranks.Count;
    }

    /// <summary>The place of the item from 1, 0 when it is not there.</summary>
    private static int Rank(RecommendationPage page, string itemId)
    {
        for (var place = 0; place < page.Items.Count; place++)
            if (page.Items[place].ItemId == itemId) return place + 1;
        return 0;
    }

    private static Interaction Read(string line)
    {
        var fields = line.Split('\t');
        var at = DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(fields[2], CultureInfo.InvariantCulture));
        return new Interaction(fields[0], fields[1], fields[0], 1, at);
    }
}
