using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class SimilarTests
{
    private static RecommendationQuery About(string item) => World.Ask() with { CurrentItemId = item };

    [Fact]
    public void Similar_SharedSessions_MoreOftenFirst()
    {
        using var recommender = World.After(
            [
                .. Session("s1", "tent", "stove"), .. Session("s2", "tent", "stove"),
                .. Session("s3", "tent", "lamp"), .. Session("s4", "book", "pen"),
            ]);
        var items = recommender.Similar(About("tent")).Items;

        Assert.Equal(["stove", "lamp"], items.Take(2).Select(item => item.ItemId));
        Assert.All(items.Take(2), item => Assert.Equal(RecommendationSource.Similar, item.Source));
        Assert.Equal("Viewed together with 'tent'", items[0].Reason);
        Assert.All(items.Skip(2), item => Assert.Equal(RecommendationSource.Popular, item.Source));
    }

    [Fact]
    public void Similar_OneItemBetween_IsReachedInTwoSteps()
    {
        using var recommender = World.After(
            [.. Session("s1", "tent", "stove"), .. Session("s2", "stove", "gas"), .. Session("s3", "book", "pen")]);
        var gas = recommender.Similar(About("tent")).Items.Single(item => item.ItemId == "gas");

        Assert.Equal((RecommendationSource.Similar, "Related to 'tent'"), (gas.Source, gas.Reason));
    }

    [Fact]
    public void Similar_NoSession_SamePersonWithinHalfAnHourCounts()
    {
        var minute = 1 / 1440.0;
        using var recommender = World.After(
            World.View("anna", "tent", 100 * minute),
            World.View("anna", "stove", 90 * minute),
            World.View("anna", "pen", 10 * minute));
        var items = recommender.Similar(About("tent")).Items;

        Assert.Equal("Viewed together with 'tent'", items.Single(item => item.ItemId == "stove").Reason);
        Assert.NotEqual("Viewed together with 'tent'", items.Single(item => item.ItemId == "pen").Reason);
    }

    [Fact]
    public void Similar_SameAudienceOnOtherDays_IsSimilar()
    {
        using var recommender = World.After(
            [.. from person in Enumerable.Range(0, 9)
                from item in (string[])["tent", "stove"]
                select World.View($"p{person}", item, daysAgo: item.Length)]);

        Assert.Equal("Similar to 'tent'", Assert.Single(recommender.Similar(About("tent")).Items).Reason);
    }

    [Fact]
    public void Similar_ItemNobodyMet_ByCategoriesAndTags()
    {
        CatalogueItem[] catalogue =
        [
            new() { ItemId = "brand-new", Title = "Brand new", Categories = ["Tents"], Tags = ["two persons"] },
            new() { ItemId = "same-category", Categories = ["tents"] },
            new() { ItemId = "same-both", Categories = ["Tents"], Tags = ["Two Persons"] },
            new() { ItemId = "other", Categories = ["Lamps"] },
        ];
        using var recommender = new World(catalogue, [World.View("anna", "other")]).Build();
        var items = recommender.Similar(About("brand-new")).Items;

        Assert.Equal(["same-both", "same-category", "other"], items.Select(item => item.ItemId));
        Assert.Equal(["similar", "similar", "popular"], items.Select(item => item.Source.WireName()));
        Assert.Equal("Similar to 'Brand new'", items[0].Reason);
    }

    [Fact]
    public void Similar_UnknownItem_Popular()
    {
        using var recommender = World.After(World.View("anna", "tent"));

        Assert.Equal(RecommendationSource.Popular, Assert.Single(recommender.Similar(About("nothing")).Items).Source);
    }

    [Fact]
    public void Similar_MorePartnersThanRemembered_StrongOnesStay()
    {
        var passers = Enumerable.Range(0, 300).Select(number => Session($"once{number}", "tent", $"passer{number}"));
        var friends = Enumerable.Range(0, 9).Select(number => Session($"often{number}", "tent", "stove"));
        var world = new World([], [.. friends.Concat(passers).SelectMany(session => session)]);
        using var recommender = world.Build(new() { SessionPartners = 50 });

        Assert.Equal("stove", recommender.Similar(About("tent")).Items[0].ItemId);
    }

    private static Interaction[] Session(string id, params string[] items) =>
        [.. items.Select(item => World.View(id, item, session: id))];
}
