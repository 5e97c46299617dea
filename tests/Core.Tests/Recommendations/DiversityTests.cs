using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class DiversityTests
{
    [Fact]
    public void Recommend_UnlikeItemFarDown_IsFoundWhereTheRankingMustGrowForIt()
    {
        // The cap passes over the first 130, so that the candidates of the second place reach beyond what was ranked for a page.
        CatalogueItem[] catalogue =
        [
            .. Enumerable.Range(0, 200).Select(number => new CatalogueItem
            {
                ItemId = $"i{number:000}",
                Categories = number < 130 ? ["crowded"] : [$"own {number}"],
                Tags = number < 165 ? ["shared"] : [],
            }),
        ];
        var views = from number in Enumerable.Range(0, 200)
                    from person in Enumerable.Range(0, 200 - number)
                    select World.View($"p{person}", $"i{number:000}");
        using var recommender = new World(catalogue, [.. views]).Build(new() { ExploreEvery = 0 });
        var items = recommender.Popular(World.Ask() with { Limit = 10, PerCategory = 1, Diversity = 1 }).Items;

        Assert.Equal("i000", items[0].ItemId);
        Assert.Equal("i165", items[1].ItemId);
    }

    [Fact]
    public void Recommend_SameQuestionAfterAnother_AnsweredAlike()
    {
        CatalogueItem[] catalogue =
            [.. Enumerable.Range(0, 60).Select(number => new CatalogueItem { ItemId = $"i{number:00}", Categories = [$"c{number % 4}"], Tags = [$"t{number % 7}"] })];
        Interaction[] views = [.. Enumerable.Range(0, 60).Select(number => World.View($"p{number % 9}", $"i{number:00}", number))];
        using var recommender = new World(catalogue, views).Build();
        var question = World.Ask() with { Diversity = 0.7, Limit = 20 };
        string[] Answer() => [.. recommender.Popular(question).Items.Select(item => item.ItemId)];
        var before = Answer();

        for (var place = 0; place < 3; place++) recommender.Popular(question with { Categories = [$"c{place}"], Limit = 7 });
        Assert.Equal(before, Answer());
    }
}
