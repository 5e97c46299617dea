using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class QueryLimitsTests
{
    private static readonly Interaction[] Views = [.. Enumerable.Range(0, 150).Select(item => World.View("someone", $"i{item}"))];

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(100, 100)]
    [InlineData(int.MaxValue, 100)]
    public void Recommend_AnyLimit_NearestBoundCounts(int limit, int expected)
    {
        using var recommender = World.After(Views);

        Assert.Equal(expected, recommender.Recommend(World.Ask() with { Limit = limit }).Items.Count);
    }

    [Theory]
    [InlineData(int.MinValue, 0, 10, true)]
    [InlineData(-1, 0, 10, true)]
    [InlineData(140, 140, 10, false)]
    [InlineData(145, 145, 5, false)]
    [InlineData(int.MaxValue, int.MaxValue, 0, false)]
    public void Recommend_AnyOffset_NeverThrows(int offset, int expectedOffset, int expectedCount, bool hasMore)
    {
        using var recommender = World.After(Views);
        var page = recommender.Recommend(World.Ask() with { Offset = offset });

        Assert.Equal((expectedOffset, expectedCount, hasMore), (page.Offset, page.Items.Count, page.HasMore));
    }

    [Fact]
    public void AnyShelf_NullsAndExtremeInstants_NeverThrows()
    {
        using var recommender = new World([new() { ItemId = "new", Categories = null!, Tags = null! }], Views).Build();
        foreach (var instant in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
        {
            RecommendationQuery query = new()
            {
                Instant = instant,
                PersonId = "someone",
                CurrentItemId = "i3",
                SessionItemIds = [null!, "", "i4", .. Enumerable.Repeat("i5", 1000)],
                ExcludeIds = [null!, "unknown", "i6"],
                Categories = null!,
            };

            Assert.Equal("new", Assert.Single(recommender.Recommend(query).Items).ItemId);
            Assert.Equal("new", Assert.Single(recommender.Similar(query with { Categories = [] }).Items).ItemId);
            Assert.Empty(recommender.Trending(query with { Categories = [null!, "no such category"] }).Items);
            query = query with { SessionItemIds = null!, ExcludeIds = null! };
            Assert.Equal("new", Assert.Single(recommender.Popular(query).Items).ItemId);
        }
    }
}
