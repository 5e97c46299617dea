using CsCheck;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Content;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Tests.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Content;

public sealed class ContentTests
{
    [Fact]
    public void Train_TwoLabels_CosineOfInverseFrequencies()
    {
        var said = Said(new() { ItemId = "a", Categories = ["X"], Tags = ["y"] }, new() { ItemId = "b", Categories = ["x"] });
        var (shared, own) = (Math.Log(1 + (2 / 2.0)), Math.Log(1 + (2 / 1.0)));

        Assert.Equal(shared / Math.Sqrt((shared * shared) + (own * own)), said[1], 1e-5);
        Assert.Equal(0, said[0]);
    }

    [Fact]
    public void Train_WordsOfTitleAndDescription_BringItemsTogether()
    {
        var said = Said(
            new() { ItemId = "a", Title = "Tents for winter" },
            new() { ItemId = "b", Title = "Stoves", Description = "Warm in WINTER." },
            new() { ItemId = "c", Title = "Boots", Description = "The 2026 of it" },
            new() { ItemId = "d", Title = "2026" });

        Assert.True(said[1] > 0);
        Assert.Equal(0, said[2]);
    }

    [Fact]
    public void Train_SameLabelOrSameWord_TheLabelTellsMore()
    {
        var said = Said(
            new() { ItemId = "a", Title = "Winter", Tags = ["camping"] },
            new() { ItemId = "b", Title = "Winter", Tags = ["sea"] },
            new() { ItemId = "c", Title = "Sea", Tags = ["camping"] });

        Assert.True(said[2] > said[1]);
        Assert.True(said[1] > 0);
    }

    [Fact]
    public void Train_FewNeighboursOrCommonLabels_Cut()
    {
        CatalogueItem[] items =
            [.. Enumerable.Range(0, 6).Select(number => new CatalogueItem { ItemId = $"i{number}", Tags = ["all"] })];

        Assert.Equal(2, Model(new() { Neighbours = 2 }, items).Said(0, 6).Count(cosine => cosine > 0));
        Assert.All(Model(new() { MostCarriers = 5 }, items).Said(0, 6), cosine => Assert.Equal(0, cosine));
    }

    [Fact]
    public void Train_AnyCatalogue_SymmetricBetweenZeroAndOne() => Generate.AnyWorld.Sample(world =>
    {
        var items = world.Catalogue.Select((item, number) => item with { ItemId = $"{number:00}" }).ToArray();
        var model = Model(new(), items);
        float[][] said = [.. Enumerable.Range(0, items.Length).Select(item => model.Said(item, items.Length))];
        for (var item = 0; item < items.Length; item++)
        {
            for (var other = 0; other < items.Length; other++)
            {
                Assert.InRange(said[item][other], 0, 1.0001f);
                Assert.Equal(said[item][other], said[other][item], 1e-5f);
            }
        }
    }, iter: 100);

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

    private static float[] Said(params CatalogueItem[] items) => Model(new(), items).Said(0, items.Length);

    /// <summary>Items have numbers in the order given.</summary>
    private static LinearItemModel Model(ContentSettings settings, params CatalogueItem[] items)
    {
        using var recommender = new Recommender(new());
        recommender.ReplaceCatalogue(items);
        return new ContentTrainer(settings).Train(recommender.ContentData());
    }
}
