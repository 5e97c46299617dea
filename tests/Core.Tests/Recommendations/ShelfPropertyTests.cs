using CsCheck;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>What holds for every shelf in every world.</summary>
public sealed class ShelfPropertyTests
{
    public static TheoryData<string> Shelves => ["recommend", "similar", "trending", "popular"];

    [Theory]
    [MemberData(nameof(Shelves))]
    public void Shelf_AnyWorld_HoldsFiltersAndFillsUp(string shelf) => ForAll(shelf, (world, query, ask) =>
    {
        var page = ask(query);
        string[] ids = [.. page.Items.Select(item => item.ItemId)];
        var allowed = world.Allowed(query);

        Assert.Equal(ids.Distinct(), ids);
        Assert.Subset(allowed, ids.ToHashSet());
        Assert.Equal(Math.Min(query.Limit, allowed.Count), ids.Length);
        Assert.Equal(allowed.Count > query.Limit, page.HasMore);
    });

    [Theory]
    [MemberData(nameof(Shelves))]
    public void Shelf_AnyWorld_ScoresFallFromOne(string shelf) => ForAll(shelf, (_, query, ask) =>
    {
        double[] scores = [.. ask(query with { Limit = 100 }).Items.Select(item => item.Score)];

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, double.Epsilon, 1));
        if (scores.Length > 0) Assert.Equal(1, scores[0]);
    });

    [Theory]
    [MemberData(nameof(Shelves))]
    public void Shelf_AnyWorld_PagesJoinIntoOneList(string shelf) => ForAll(shelf, (_, query, ask) =>
    {
        var whole = ask(query with { Limit = 100 }).Items;
        List<RecommendedItem> joined = [];
        RecommendationPage page;
        do
        {
            page = ask(query with { Offset = joined.Count });
            Assert.Equal(joined.Count, page.Offset);
            joined.AddRange(page.Items);
        }
        while (page.HasMore);

        Assert.Equal(whole, joined);
    });

    [Theory]
    [MemberData(nameof(Shelves))]
    public void Shelf_AnyWorld_GivesShortReasons(string shelf) => ForAll(shelf, (_, query, ask) =>
        Assert.All(ask(query).Items, item => Assert.InRange(item.Reason.Length, 5, 140)));

    [Fact]
    public void Recommend_AnyWorld_NewItemsStayWithinTheirShare() => ForAll("recommend", (_, query, ask) =>
    {
        var items = ask(query with { Limit = 100 }).Items;
        var others = items.Count(item => item.Source != RecommendationSource.New);
        for (var place = 0; place < others; place++)
        {
            if (items.Skip(place).All(item => item.Source == RecommendationSource.New)) return;
            Assert.True(items.Take(place + 1).Count(item => item.Source == RecommendationSource.New) <= (place + 1) / 10);
        }
    });

    private static void ForAll(
        string shelf, Action<World, RecommendationQuery, Func<RecommendationQuery, RecommendationPage>> check) =>
        Gen.Select(Generate.AnyWorld, Generate.Query.Array[4]).Sample((world, queries) =>
        {
            using var recommender = world.Build();
            Func<RecommendationQuery, RecommendationPage> ask = shelf switch
            {
                "recommend" => recommender.Recommend,
                "similar" => recommender.Similar,
                "trending" => recommender.Trending,
                _ => recommender.Popular,
            };
            foreach (var query in queries) check(world, query, ask);
        }, iter: 150);
}
