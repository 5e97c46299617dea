using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class NewItemTests
{
    private static readonly CatalogueItem[] Catalogue =
    [
        .. Enumerable.Range(0, 40).Select(number => new CatalogueItem { ItemId = $"met{number:00}", Categories = ["Pricing"] }),
        .. Enumerable.Range(0, 3).Select(number => New($"suits{number}", "Pricing")),
        .. Enumerable.Range(0, 3).Select(number => New($"stranger{number}", "Gardening")),
    ];

    private static readonly Interaction[] Views =
    [
        .. from person in Enumerable.Range(0, 9)
           from item in Enumerable.Range(0, 40)
           select World.View($"p{person}", $"met{item:00}", 40),
    ];

    [Fact]
    public void Recommend_NewItemsOfTheCategory_EveryTenthPlace()
    {
        using var recommender = new World(Catalogue, [.. Views, World.View("anna", "met00")]).Build();
        var items = recommender.Recommend(World.Ask("anna") with { Limit = 100 }).Items;

        string[] explored = [items[9].ItemId, items[19].ItemId, items[29].ItemId];
        Assert.Equal(["suits0", "suits1", "suits2"], explored.Order(StringComparer.Ordinal));
        Assert.Equal("New in 'Pricing'", items[9].Reason);
        Assert.Equal(RecommendationSource.New, items[9].Source);
        Assert.Equal(3, items.Take(39).Count(item => item.Source == RecommendationSource.New));
        Assert.All(items.TakeLast(3), item => Assert.StartsWith("stranger", item.ItemId));
    }

    [Fact]
    public void Recommend_OtherShare_OtherPlaces()
    {
        using var recommender = new World(Catalogue, [.. Views, World.View("anna", "met00")]).Build(new() { ExploreEvery = 4 });
        var items = recommender.Recommend(World.Ask("anna")).Items;

        Assert.Equal([3, 7], Enumerable.Range(0, 10).Where(place => items[place].Source == RecommendationSource.New));
    }

    [Fact]
    public void Recommend_ItemMetOnce_IsNoLongerNew()
    {
        Interaction[] views = [.. Views, World.View("anna", "met00"), World.View("bert", "suits1")];
        using var recommender = new World(Catalogue, views).Build();
        var items = recommender.Recommend(World.Ask("anna") with { Limit = 100 }).Items;

        Assert.NotEqual(RecommendationSource.New, items.Single(item => item.ItemId == "suits1").Source);
    }

    [Fact]
    public void Recommend_UnknownPersonOnNewItem_CategoryFriendsKeepTheirShare()
    {
        using var recommender = new World(Catalogue, Views).Build();
        var items = recommender.Recommend(World.Ask() with { CurrentItemId = "suits0" }).Items;

        Assert.All(items.Take(9), item => Assert.StartsWith("met", item.ItemId));
        Assert.Equal(RecommendationSource.New, items[9].Source);
    }

    private static CatalogueItem New(string id, string category) =>
        new() { ItemId = id, Categories = [category], PublishedAt = World.Now.AddDays(-1) };
}
