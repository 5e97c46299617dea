using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>What a segment meets comes before what everybody meets, for somebody of whom nothing else is known.</summary>
public sealed class SegmentTests
{
    // Long ago, so that nothing is trending; everybody's favourite has more views than the segment's.
    private static readonly Interaction[] Views =
    [
        .. from person in Enumerable.Range(0, 20) select World.View($"other{person}", "everybody", daysAgo: 25),
        .. from person in Enumerable.Range(0, 6) select World.View($"hot{person}", "segment", daysAgo: 25),
        World.View("hot0", "lonely", daysAgo: 25),
    ];

    [Fact]
    public void Recommend_StrangerOfASegment_ItsFavouriteFirst()
    {
        using var recommender = World.After(Views);
        EnterHot(recommender);
        var items = recommender.Recommend(World.Ask("stranger") with { Segment = "hot_lead" }).Items;

        Assert.Equal(["segment", "everybody", "lonely"], items.Select(item => item.ItemId));
        Assert.Equal(
            [RecommendationSource.PopularInSegment, RecommendationSource.Popular, RecommendationSource.Popular], items.Select(item => item.Source));
        Assert.Equal("Popular with visitors like you", items[0].Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("cold_lead")]
    public void Recommend_StrangerOfNoOrAnotherSegment_EverybodysFavouriteFirst(string? segment)
    {
        using var recommender = World.After(Views);
        EnterHot(recommender);

        Assert.Equal("everybody", recommender.Recommend(World.Ask("stranger") with { Segment = segment }).Items[0].ItemId);
    }

    [Fact]
    public void Learn_PersonWhoChangedSegment_CountsForTheNewOneFromThenOn()
    {
        using var recommender = World.After(Views);
        EnterHot(recommender);
        for (var person = 0; person < 6; person++)
        {
            recommender.Recommend(World.Ask($"hot{person}") with { Segment = "sales_ready" });
            recommender.Learn(World.View($"hot{person}", "later", daysAgo: 25));
        }

        Assert.Equal("later", recommender.Recommend(World.Ask("stranger") with { Segment = "sales_ready" }).Items[0].ItemId);
        Assert.Equal("segment", recommender.Recommend(World.Ask("stranger") with { Segment = "hot_lead" }).Items[0].ItemId);
    }

    [Fact]
    public void Forget_PersonOfASegment_NoLongerCountsForIt()
    {
        using var recommender = World.After(Views);
        EnterHot(recommender);
        for (var person = 0; person < 6; person++)
        {
            recommender.Forget($"hot{person}");
            recommender.Learn(World.View($"hot{person}", "after", daysAgo: 25));
        }

        var items = recommender.Recommend(World.Ask("stranger") with { Segment = "hot_lead" }).Items;
        Assert.Equal(RecommendationSource.Popular, items.Single(item => item.ItemId == "after").Source);
    }

    private static void EnterHot(Recommender recommender)
    {
        for (var person = 0; person < 6; person++) recommender.Recommend(World.Ask($"hot{person}") with { Segment = "hot_lead" });
    }
}
