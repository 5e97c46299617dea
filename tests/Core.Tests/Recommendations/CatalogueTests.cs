using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class CatalogueTests
{
    [Fact]
    public void Catalogue_DatesAndHidden_DecideWhatIsShown()
    {
        CatalogueItem[] catalogue =
        [
            new() { ItemId = "hidden", Hidden = true },
            new() { ItemId = "starts now", PublishedAt = World.Now },
            new() { ItemId = "starts later", PublishedAt = World.Now.AddTicks(1) },
            new() { ItemId = "ends now", ExpiresAt = World.Now },
            new() { ItemId = "ends later", ExpiresAt = World.Now.AddTicks(1) },
        ];
        using var recommender = new World(catalogue, [.. catalogue.Select(item => World.View("a", item.ItemId))]).Build();

        Assert.Equal(["ends later", "starts now"], Ids(recommender.Popular(World.Ask())));
    }

    [Fact]
    public void Catalogue_UncataloguedItems_AsTheSettingSays()
    {
        var world = new World(
            [new() { ItemId = "listed", Categories = ["A"] }], [World.View("a", "unlisted"), World.View("b", "unlisted")]);
        using var open = world.Build();
        using var strict = world.Build(new() { RecommendUncataloguedItems = false });

        Assert.Equal(["unlisted", "listed"], Ids(open.Recommend(World.Ask())));
        Assert.Equal(["listed"], Ids(strict.Recommend(World.Ask())));
        Assert.Equal(["listed"], Ids(open.Recommend(World.Ask() with { Categories = ["a"] })));
    }

    [Fact]
    public void ReplaceCatalogue_ItemMissing_IsWithdrawnUntilItReturns()
    {
        CatalogueItem[] catalogue = [new() { ItemId = "stays" }, new() { ItemId = "goes" }];
        using var recommender = new World(catalogue, [World.View("a", "goes"), World.View("a", "stays")]).Build();

        recommender.ReplaceCatalogue([catalogue[0]]);
        Assert.Equal(["stays"], Ids(recommender.Recommend(World.Ask())));
        recommender.ReplaceCatalogue([catalogue[0]]);
        Assert.Equal(["stays"], Ids(recommender.Recommend(World.Ask())));
        recommender.ReplaceCatalogue(catalogue);
        Assert.Equal(["goes", "stays"], Ids(recommender.Recommend(World.Ask())));
    }

    [Fact]
    public void ReplaceCatalogue_SameIdTwice_LastCounts()
    {
        using var recommender = new World([new() { ItemId = "item", Hidden = true }, new() { ItemId = "item" }], []).Build();

        Assert.Equal(["item"], Ids(recommender.Recommend(World.Ask())));
    }

    [Fact]
    public void Catalogue_NewItems_NewestFirstThenUndated()
    {
        CatalogueItem[] catalogue =
        [
            new() { ItemId = "undated" },
            new() { ItemId = "old", PublishedAt = World.Now.AddDays(-9) },
            new() { ItemId = "new", PublishedAt = World.Now.AddDays(-1), Categories = ["Guides"] },
        ];
        using var recommender = new World(catalogue, []).Build();
        var items = recommender.Recommend(World.Ask()).Items;

        Assert.Equal(["new", "old", "undated"], items.Select(item => item.ItemId));
        Assert.Equal(["New in 'Guides'", "New in the catalogue", "New in the catalogue"], items.Select(item => item.Reason));
    }

    private static string[] Ids(RecommendationPage page) => [.. page.Items.Select(item => item.ItemId)];
}
