using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class TrendingTests
{
    private static readonly Interaction[] Views =
    [
        .. Enumerable.Range(0, 34).Select(person => World.View($"new{person}", "launch", daysAgo: 1)),
        .. Enumerable.Range(0, 500).Select(person => World.View($"old{person}", "classic", daysAgo: 29)),
    ];

    [Fact]
    public void Trending_RecentViews_BeforeManyOldOnes()
    {
        using var recommender = World.After(Views);
        var items = recommender.Trending(World.Ask()).Items;

        Assert.Equal(["launch", "classic"], items.Select(item => item.ItemId));
        Assert.Equal([RecommendationSource.Trending, RecommendationSource.Popular], items.Select(item => item.Source));
        Assert.Equal("Trending: 34 people viewed this in the last 3 days", items[0].Reason);
        Assert.Equal("Popular: 500 people viewed this", items[1].Reason);
        Assert.Equal("classic", recommender.Popular(World.Ask()).Items[0].ItemId);
    }

    [Fact]
    public void Trending_AskedWeeksLater_NothingTrendsAnyMore()
    {
        using var recommender = World.After(Views);
        var items = recommender.Trending(World.Ask() with { Instant = World.Now.AddDays(20) }).Items;

        Assert.All(items, item => Assert.Equal(RecommendationSource.Popular, item.Source));
    }

    [Theory]
    [InlineData(1, RecommendationSource.Popular)]
    [InlineData(2, RecommendationSource.Trending)]
    public void Trending_ViewsNow_FromTheFloorOn(int views, RecommendationSource expected)
    {
        using var recommender = World.After(Enumerable.Range(0, views).Select(person => World.View($"p{person}", "item")));

        Assert.Equal(expected, recommender.Trending(World.Ask()).Items[0].Source);
    }

    [Fact]
    public void Trending_MorePeopleThanRemembered_SaysAtLeast()
    {
        using var recommender = World.After(Enumerable.Range(0, 501).Select(person => World.View($"p{person}", "item")));

        Assert.Equal("Trending: 500+ people viewed this in the last 3 days", recommender.Trending(World.Ask()).Items[0].Reason);
    }

    [Theory]
    [InlineData(1, "in the last hour")]
    [InlineData(36, "in the last 36 hours")]
    [InlineData(24, "in the last day")]
    [InlineData(72, "in the last 3 days")]
    public void Trending_OtherHalfLife_ReasonTellsItsSpan(int hours, string expected)
    {
        var world = new World([], [World.View("a", "item"), World.View("b", "item")]);
        using var recommender = world.Build(new() { TrendingHalfLife = TimeSpan.FromHours(hours) });

        Assert.EndsWith(expected, recommender.Trending(World.Ask()).Items[0].Reason);
    }
}
