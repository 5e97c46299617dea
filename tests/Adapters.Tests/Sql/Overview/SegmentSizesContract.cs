using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Overview.Segments;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Overview;

/// <summary>People by segment, now and over time.</summary>
public abstract class SegmentSizesContract(IStores stores) : StoreContract(stores)
{
    private ISegmentSizes Sizes => Store.Get<ISegmentSizes>();

    [Fact]
    public async Task Count_NoPeople_IsNoneOfEach() => Assert.Equal(0, (await Sizes.CountAsync(SegmentThresholds.Default, Now, Ending)).All);

    [Theory]
    [InlineData(20, 50, 80, new long[] { 2, 2, 2, 2 })]
    [InlineData(0.01, 19.99, 999.99, new long[] { 1, 0, 6, 1 })]
    public async Task Count_ScoresAroundTheThresholds_GoesByThem(double warm, double hot, double ready, long[] expected)
    {
        decimal[] scores = [0, 19.99m, 20, 49.99m, 50, 79.99m, 80, 999.99m];
        await Store.WriteAsync(Facts.Of([.. scores.Select((_, place) => Facts.Person($"p{place}"))]));
        await Store.Get<ILeadScores>().SaveAsync([.. scores.Select((score, place) => Scores.Of($"p{place}", score, at: Now))], Ending);
        await Store.WriteAsync(Facts.Of(Facts.Person("never_scored")));

        var count = await Sizes.CountAsync(new SegmentThresholds((decimal)warm, (decimal)hot, (decimal)ready), Now, Ending);

        Assert.Equal(expected, count.People);
        Assert.Equal((1, Now), (count.Unscored, count.At));
    }

    [Fact]
    public async Task Save_TwiceADay_KeepsTheLastOfEachDay()
    {
        await Sizes.SaveAsync(new SegmentCount(Now, [1, 2, 3, 4]), Ending);
        await Sizes.SaveAsync(new SegmentCount(Now.AddHours(1), [5, 6, 7, 8], 9), Ending);
        await Sizes.SaveAsync(new SegmentCount(Now.AddDays(-2), [9, 0, 0, 1]), Ending);

        var read = await Sizes.ReadAsync(Now.AddDays(-10), Ending);

        Assert.Equal([Now.AddDays(-2), Now.AddHours(1)], read.Select(count => count.At));
        Assert.Equal([9L, 0, 0, 1], read[0].People);
        Assert.Equal([5L, 6, 7, 8], read[1].People);
        Assert.Equal([0L, 9], read.Select(count => count.Unscored));
        Assert.Single(await Sizes.ReadAsync(Now.AddDays(-1), Ending));
    }
}
