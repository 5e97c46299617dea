using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Feedback;

/// <summary>How impressions and clicks are counted.</summary>
public abstract class FeedbackCountContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task CountAsync_NothingReported_IsEmpty() => Assert.Empty(await CountAsync());

    [Fact]
    public async Task CountAsync_SomeImpressionsClicked_CountsBoth()
    {
        await SaveAsync(Reports.Impression("a"), Reports.Impression("b"), Reports.Impression("c"), Reports.Click("b"));
        Assert.Equal([new FeedbackCount("recommendations", "popular", "", 3, 1)], await CountAsync());
    }

    [Fact]
    public async Task CountAsync_ClickWithoutImpression_DoesNotCount()
    {
        await SaveAsync(Reports.Click("a"));
        Assert.Empty(await CountAsync());
    }

    [Fact]
    public async Task CountAsync_ClickReportedBeforeItsImpression_Counts()
    {
        await SaveAsync(Reports.Click("a"));
        await SaveAsync(Reports.Impression("a"));
        Assert.Equal((1, 1), Assert.Single(await CountAsync()) is var one ? (one.Impressions, one.Clicks) : default);
    }

    [Fact]
    public async Task CountAsync_SameThingReportedUnderManyIds_CountsOnce()
    {
        await SaveAsync(Reports.Impression("a"), Reports.Impression("a") with { EventId = "1" });
        await SaveAsync(Reports.Click("a"), Reports.Click("a") with { EventId = "2" }, Reports.Click("a") with { EventId = "3" });
        Assert.Equal([new FeedbackCount("recommendations", "popular", "", 1, 1)], await CountAsync());
    }

    [Fact]
    public async Task CountAsync_ClickOnAnotherItemSlotOrDecision_IsNotThisOnes()
    {
        await SaveAsync(
            Reports.Impression("a", "i"), Reports.Click("a", "j"), Reports.Click("b", "i"),
            Reports.Click("a", "i") with { Slot = "hero", EventId = "other slot" });
        Assert.Equal(0, Assert.Single(await CountAsync()).Clicks);
    }

    [Fact]
    public async Task CountAsync_SlotsSourcesAndVariants_AreCountedApart()
    {
        await SaveAsync(
            Reports.Impression("a") with { Slot = "hero", ItemId = "", Source = "rule:7", Variants = "exp=b" },
            Reports.Impression("b") with { Slot = "hero", ItemId = "", Source = "rule:7", Variants = "exp=b" },
            Reports.Impression("c") with { Slot = "hero", ItemId = "", Source = "rule:7", Variants = "exp=a" },
            Reports.Impression("d") with { Slot = "hero", ItemId = "", Source = "fallback", Variants = "exp=a" },
            Reports.Impression("e"));

        var counts = (await CountAsync()).OrderBy(one => one.Slot).ThenBy(one => one.Source).ThenBy(one => one.Variants);

        Assert.Equal(
            [
                new("hero", "fallback", "exp=a", 1, 0), new("hero", "rule:7", "exp=a", 1, 0), new("hero", "rule:7", "exp=b", 2, 0),
                new FeedbackCount("recommendations", "popular", "", 1, 0),
            ],
            counts);
    }

    [Fact]
    public async Task CountAsync_ImpressionOnTheEdge_IsInAndTheOneBeforeIsNot()
    {
        await SaveAsync(
            Reports.Impression("before") with { OccurredAt = Now.AddMilliseconds(-1) }, Reports.Impression("on"),
            Reports.Impression("after") with { OccurredAt = Now.AddMilliseconds(1) });
        Assert.Equal(2, Assert.Single(await CountAsync()).Impressions);
    }

    [Fact]
    public async Task CountAsync_Conversions_AreNoImpressions()
    {
        await SaveAsync(Reports.Conversion("a"));
        Assert.Empty(await CountAsync());
    }

    private async Task SaveAsync(params IReadOnlyList<FeedbackRecord> reports) =>
        await Store.Get<IFeedbackStore>().SaveAsync(reports, [], Now, Ending);

    private Task<IReadOnlyList<FeedbackCount>> CountAsync() => Store.Get<IFeedbackStore>().CountAsync(Now, Ending);
}
