using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class RecommendTests
{
    // Eight tastes of ten people each, who met all five items of theirs three weeks ago: nothing is trending.
    private static readonly Interaction[] Tastes =
    [
        .. from taste in (string[])["wine", "tool", "book", "lamp", "game", "shoe", "song", "seed"]
           from person in Enumerable.Range(0, 10)
           from item in Enumerable.Range(0, 5)
           select World.View($"{taste} lover {person}", $"{taste}{item}", 21),
    ];

    private static readonly World TastesAndAnna = new(
        [], [.. Tastes, World.View("anna", "wine0", 2), World.View("anna", "wine1", 1), World.View("anna", "wine2")]);

    // Where all people of a taste met the same, items and people speak as loud for an item; only one of them may give the reason.
    private static readonly RecommenderSettings ItemsAlone = new() { UserNeighbours = 0 };

    [Fact]
    public void Recommend_History_GivesItemsOfTheSameTaste()
    {
        using var recommender = TastesAndAnna.Build(ItemsAlone);
        var items = recommender.Recommend(World.Ask("anna") with { Limit = 2 }).Items;

        Assert.Equal(["wine3", "wine4"], items.Select(item => item.ItemId));
        Assert.All(items, item => Assert.Equal(RecommendationSource.ItemBased, item.Source));
        Assert.All(items, item => Assert.Equal("Because you viewed 'wine2' and 2 more", item.Reason));
    }

    [Fact]
    public void Recommend_BeforeTraining_PeopleOfSimilarTasteLend()
    {
        using var recommender = new Recommender(new());
        foreach (var view in Tastes) recommender.Learn(view);
        foreach (var item in (string[])["wine0", "wine1", "wine2"]) recommender.Learn(World.View("anna", item));
        var first = recommender.Recommend(World.Ask("anna")).Items[0];

        Assert.Equal(RecommendationSource.UserBased, first.Source);
        Assert.Equal("People with a similar taste viewed this", first.Reason);
        Assert.StartsWith("wine", first.ItemId);
    }

    [Fact]
    public void Recommend_OneMoreEvent_IsSeenAtOnce()
    {
        using var recommender = World.After([.. Tastes, World.View("anna", "wine0")]);
        var before = recommender.Recommend(World.Ask("anna")).Items[0].ItemId;
        recommender.Learn(World.View("anna", before));

        Assert.DoesNotContain(recommender.Recommend(World.Ask("anna")).Items, item => item.ItemId == before);
        Assert.Contains(
            recommender.Recommend(World.Ask("anna") with { LeaveOut = LeaveOut.Nothing }).Items, item => item.ItemId == before);
    }

    [Fact]
    public void Recommend_SeenLongAgo_StaysLeftOut()
    {
        var world = new World([], [.. Enumerable.Range(0, 30).Select(item => World.View("anna", $"i{item}", 30 - item))]);
        using var recommender = world.Build(new() { HistoryCap = 10 });

        Assert.Empty(recommender.Recommend(World.Ask("anna")).Items);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody")]
    public void Recommend_UnknownPerson_TrendingThenPopularThenNew(string? person)
    {
        var world = new World(
            [
                new() { ItemId = "older", PublishedAt = World.Now.AddDays(-9) },
                new() { ItemId = "newer", PublishedAt = World.Now.AddDays(-1) },
            ],
            [World.View("a", "hot"), World.View("b", "hot"), World.View("a", "known", 40), World.View("b", "known", 40)]);
        using var recommender = world.Build();
        var items = recommender.Recommend(World.Ask(person)).Items;

        Assert.Equal(["hot", "known", "newer", "older"], items.Select(item => item.ItemId));
        Assert.Equal(["trending", "popular", "new", "new"], items.Select(item => item.Source.WireName()));
    }

    [Fact]
    public void Recommend_NewcomerWhereAHitReachesAll_HitComesFirst()
    {
        var hits = Tastes.Where(view => view.ItemId.EndsWith('0')).Select(view => view with { ItemId = "hit" });
        using var recommender = World.After([.. Tastes, .. hits, World.View("anna", "wine0")]);
        var items = recommender.Recommend(World.Ask("anna")).Items;

        Assert.Equal("hit", items[0].ItemId);
        Assert.StartsWith("wine", items[1].ItemId);
    }

    [Fact]
    public void Recommend_CurrentItem_CountsBesideHistory()
    {
        using var recommender = TastesAndAnna.Build(ItemsAlone);
        var items = recommender.Recommend(World.Ask("anna") with { CurrentItemId = "tool0", Limit = 7 }).Items;

        Assert.Contains(items, item => (item.Source, item.ItemId) is (RecommendationSource.Similar, "tool1"));
        Assert.Contains(items, item => (item.Source, item.ItemId) is (RecommendationSource.ItemBased, "wine3"));
        Assert.DoesNotContain(items, item => item.ItemId == "tool0");
    }

    [Fact]
    public void Recommend_NothingKnownAtAll_EmptyPage()
    {
        using var recommender = new Recommender(new());
        var page = recommender.Recommend(World.Ask("anna") with { CurrentItemId = "item", SessionItemIds = ["other"] });

        Assert.Empty(page.Items);
        Assert.False(page.HasMore);
    }
}
