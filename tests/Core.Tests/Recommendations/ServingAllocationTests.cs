using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class ServingAllocationTests
{
    private const int Answers = 100, Rounds = 5, MostBytes = 1024;

    [Theory]
    [InlineData(RecommendationShelf.Personal)]
    [InlineData(RecommendationShelf.Similar)]
    [InlineData(RecommendationShelf.Trending)]
    [InlineData(RecommendationShelf.Popular)]
    public void Ask_EverythingOn_AllocatesLessThanAKilobyte(RecommendationShelf shelf)
    {
        using var recommender = Shop().Build();
        var query = Query();
        var answer = new RecommendationBuffer();
        for (var times = 0; times < 3; times++) recommender.Ask(shelf, query, answer);
        Assert.Equal(10, answer.Items.Length);

        Assert.InRange(Enumerable.Range(0, Rounds).Min(_ => AllocatedBy(() =>
        {
            for (var times = 0; times < Answers; times++) recommender.Ask(shelf, query, answer);
        })) / Answers, 0, MostBytes);
    }

    [Theory]
    [InlineData(RecommendationShelf.Personal)]
    [InlineData(RecommendationShelf.Similar)]
    public void Ask_PageWithoutExplanations_AllocatesLessThanAKilobyte(RecommendationShelf shelf)
    {
        using var recommender = Shop().Build();
        // Of all categories, so that the list does not walk beyond the items that lead, which takes 200 bytes a ranking.
        var query = Query() with { Explain = false, Categories = [] };
        for (var times = 0; times < 3; times++) recommender.Ask(shelf, query);
        Assert.Equal(10, recommender.Ask(shelf, query).Items.Count);

        Assert.InRange(Enumerable.Range(0, Rounds).Min(_ => AllocatedBy(() =>
        {
            for (var times = 0; times < Answers; times++) recommender.Ask(shelf, query);
        })) / Answers, 0, MostBytes);
    }

    private static RecommendationQuery Query() => World.Ask("p1") with
    {
        CurrentItemId = "i5",
        SessionItemIds = ["i7", "i8"],
        ExcludeIds = ["i1", "i2"],
        Categories = ["c1", "c2"],
        Filter = new ItemCondition(item => item["price"].Number < 80),
        Boosts = [new ScoreBoost(new ItemCondition(item => item["price"].Number > 50), 2)],
        Pinned = [new PinnedItem("i9", 2)],
        PerCategory = 6,
        Diversity = 0.3,
    };

    private static World Shop()
    {
        var items = Enumerable.Range(0, 1000).Select(number => new CatalogueItem
        {
            ItemId = $"i{number}",
            Categories = [$"c{number % 5}"],
            Tags = [$"t{number % 17}"],
            Attributes = new AttributeMap([KeyValuePair.Create("price", (AttributeValue)(number % 100))]),
        });
        // Half of the catalogue, so that there is something to explore.
        var views = from person in Enumerable.Range(0, 200)
                    from place in Enumerable.Range(0, 30)
                    select World.View($"p{person}", $"i{((person * 7) + (place * place * 3)) % 500}", place);
        return new World([.. items], [.. views]);
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
