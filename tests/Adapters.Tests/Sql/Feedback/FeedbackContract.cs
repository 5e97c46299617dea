using CsCheck;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Feedback;

public abstract class FeedbackContract(IStores stores) : StoreContract(stores)
{
    [Fact]
    public async Task SaveAsync_NewReports_CountAll()
    {
        Assert.Empty(await SaveAsync(Reports.Impression("d"), Reports.Click("d"), Reports.Conversion("d")));
        Assert.Equal((2, 1), (await Store.CountAsync("feedback"), await Store.CountAsync("conversions")));
    }

    [Fact]
    public async Task SaveAsync_SomeCountedBefore_NamesTheirPlaces()
    {
        await SaveAsync(Reports.Impression("a"), Reports.Conversion("b"));
        Assert.Equal([1, 3], (await SaveAsync(Reports.Impression("c"), Reports.Impression("a"), Reports.Click("a"), Reports.Conversion("b"))).Order());
        Assert.Equal((3, 1), (await Store.CountAsync("feedback"), await Store.CountAsync("conversions")));
    }

    [Fact]
    public async Task SaveAsync_SameIdTwiceInABatch_CountsTheFirst()
    {
        Assert.Equal([1, 2], (await SaveAsync(Reports.Conversion("d", 1), Reports.Conversion("d", 2), Reports.Conversion("d", 3))).Order());
        Assert.Equal([1m], await Store.RowsAsync<decimal>("select value from conversions"));
    }

    [Fact]
    public async Task SaveAsync_IdOfAnEventOfAnotherSource_IsNew()
    {
        await Store.WriteAsync(Facts.Nothing with { Source = EventSource.Cdp, EventIds = [Reports.Impression("d").EventId] });
        Assert.Empty(await SaveAsync(Reports.Impression("d")));
    }

    [Fact]
    public async Task SaveAsync_LargeBatchSentAgain_CountsNoneOfIt()
    {
        var batch = Enumerable.Range(0, 1001).Select(number => Reports.Impression($"d{number}")).ToList();
        Assert.Empty(await SaveAsync(batch));
        Assert.Equal(1001, (await SaveAsync(batch)).Count);
        Assert.Equal(1001, await Store.CountAsync("feedback"));
    }

    [Fact]
    public async Task SaveAsync_SameBatchManyTimesAtOnce_CountsOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => SaveAsync(Reports.Conversion("d", 3)))));
        Assert.Single(results, duplicates => duplicates.Count == 0);
        Assert.Equal(1, await Store.CountAsync("conversions"));
    }

    [Fact]
    public async Task SaveAsync_AnyValue_IsKeptToTheCent()
    {
        var number = 0;
        await Anything.Money.SampleAsync(
            async value =>
            {
                var decision = $"d{Interlocked.Increment(ref number)}";
                await SaveAsync(Reports.Conversion(decision, value));
                Assert.Equal([value], await Store.RowsAsync<decimal>("select value from conversions where decision_key = @decision", new { decision }));
            },
            iter: 50, threads: 1);
    }

    [Fact]
    public async Task SaveAsync_ConversionWithoutValue_HasNone()
    {
        await SaveAsync(Reports.Conversion("d"));
        Assert.Equal([null], await Store.RowsAsync<decimal?>("select value from conversions"));
    }

    [Fact]
    public async Task SaveAsync_RefusedEvents_AreKeptWithTheRest()
    {
        await Store.Get<IFeedbackStore>().SaveAsync([Reports.Impression("d")], [Facts.Refused("k", source: EventSource.Frontend)], Now, Ending);
        Assert.Equal("k", Assert.Single(await Store.Get<IRefusedEvents>().ListAsync(0, 10, Ending)).Key);
    }

    [Fact]
    public async Task SaveAsync_ReportCannotBeWritten_WritesNothingOfTheBatch()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => SaveAsync(Reports.Click("d"), Reports.Impression("d") with { Source = null! }));

        Assert.Equal(0, await Store.CountAsync("feedback"));
        Assert.Equal(0, await Store.CountAsync("inbox"));
    }

    private async Task<IReadOnlySet<int>> SaveAsync(params IReadOnlyList<FeedbackRecord> reports) =>
        (await Store.Get<IFeedbackStore>().SaveAsync(reports, [], Now, Ending)).Duplicates;
}
