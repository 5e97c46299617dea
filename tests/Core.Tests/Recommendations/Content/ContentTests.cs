using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations.Content;

public sealed class ContentTests
{
    [Fact]
    public void Recommend_NewItemWithoutLabels_FoundByItsWords()
    {
        CatalogueItem[] catalogue =
        [
            .. Enumerable.Range(0, 30)
                .Select(number => new CatalogueItem { ItemId = $"met{number:00}", Title = $"Camping guide part {number}" }),
            new() { ItemId = "suits", Title = "New camping guide" },
            new() { ItemId = "stranger", Title = "Sailing boats" },
        ];
        Interaction[] views =
        [
            .. from person in Enumerable.Range(0, 9)
               from item in Enumerable.Range(0, 30)
               select World.View($"p{person}", $"met{item:00}", 40),
            World.View("anna", "met00"),
        ];
        using var recommender = new World(catalogue, views).Build();
        var items = recommender.Recommend(World.Ask("anna") with { Limit = 20 }).Items;

        Assert.Equal("suits", items[9].ItemId);
        Assert.Equal("New in the catalogue", items[9].Reason);
    }

    [Theory]
    [InlineData("anna", "new tent", "new boat")]
    [InlineData("bert", "new boat", "new tent")]
    public void Recommend_NewItems_GoToWhoLikedTheirNeighbours(string person, string suits, string other)
    {
        using var recommender = new World(Harbour, HarbourViews).Build();
        string[] ids = [.. recommender.Recommend(World.Ask(person) with { Limit = 100 }).Items.Select(item => item.ItemId)];

        Assert.Equal(suits, ids[9]);
        Assert.True(Array.IndexOf(ids, other) > 18);
    }

    [Theory]
    [InlineData("new tent", "tent")]
    [InlineData("new boat", "boat")]
    public void Similar_NewItem_ItsNeighboursFirst(string newcomer, string neighbours)
    {
        using var recommender = new World(Harbour, HarbourViews).Build();
        var items = recommender.Similar(World.Ask() with { CurrentItemId = newcomer }).Items;

        Assert.All(items, item => Assert.StartsWith(neighbours, item.ItemId));
        Assert.All(items, item => Assert.Equal(RecommendationSource.Similar, item.Source));
    }

    private static CatalogueItem[] Harbour =>
    [
        .. Enumerable.Range(0, 20).Select(number => Tent($"tent{number:00}", number)),
        .. Enumerable.Range(0, 20).Select(number => Boat($"boat{number:00}", number)),
        Tent("new tent", 20),
        Boat("new boat", 20),
    ];

    private static IEnumerable<Interaction> Visits(string person, string kind, int items) =>
        from item in Enumerable.Range(0, items) select World.View(person, $"{kind}{item:00}", 40);

    private static Interaction[] HarbourViews =>
    [
        .. Enumerable.Range(0, 9).SelectMany(person => Visits($"p{person}", "tent", 20).Concat(Visits($"p{person}", "boat", 20))),
        .. Visits("anna", "tent", 2),
        .. Visits("bert", "boat", 2),
    ];

    /// <summary>Labels, title and description, of which none alone is shared by all of a kind.</summary>
    private static CatalogueItem Tent(string id, int number) => new()
    {
        ItemId = id,
        Title = number % 2 == 0 ? "Shelter in mountains" : "Light thing to carry",
        Description = "Sleep dry on camping grounds",
        Tags = number % 4 == 0 ? ["outdoor"] : [],
    };

    private static CatalogueItem Boat(string id, int number) => new()
    {
        ItemId = id,
        Title = number % 2 == 0 ? "Sails in white" : "Hull and oars",
        Description = "Lakes and calm seas",
        Tags = number % 4 == 0 ? ["water"] : [],
    };
}
