using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Overview;

/// <summary>What processes write down of their minutes.</summary>
public abstract class DecisionMinutesContract(IStores stores) : StoreContract(stores)
{
    private IDecisionMinutes Minutes => Store.Get<IDecisionMinutes>();

    [Fact]
    public async Task Read_EmptyStore_IsNothing() => Assert.Empty(await Minutes.ReadAsync(1, Now.AddYears(-1), Ending));

    [Fact]
    public async Task Save_SeveralProcessesAndLengths_AreReadApartInTheirOrder()
    {
        await Minutes.SaveAsync([Span(1, 2, "b", 3), Span(1, 1, "b", 2), Span(10, 0, "b", 5), Span(1, 1, "a", 1)], Ending);

        var read = await Minutes.ReadAsync(1, Now.AddMinutes(1), Ending);

        Assert.Equal(["a 1", "b 2", "b 3"], read.Select(span => $"{span.Process} {span.Counts.Decisions}"));
        Assert.Equal([5L], (await Minutes.ReadAsync(10, Now.AddHours(-1), Ending)).Select(span => span.Counts.Decisions));
        Assert.Single(await Minutes.ReadAsync(1, Now.AddMinutes(2), Ending));
    }

    [Fact]
    public async Task Save_TheSameAgain_IsReplacedInAllItsFigures()
    {
        await Minutes.SaveAsync([Span(1, 0, "a", 7)], Ending);
        var later = new CountedSpan(1, Now, "a", new TakenCounts(LatencyHistogram.Parse("3:4 175:1"), 1, 2, 3, 4, long.MaxValue, 6, 7));
        await Minutes.SaveAsync([later], Ending);

        var read = Assert.Single(await Minutes.ReadAsync(1, Now, Ending));

        Assert.Equal("3:4 175:1", read.Counts.Latency.ToString());
        Assert.Equal(later.Counts with { Latency = read.Counts.Latency }, read.Counts);
        Assert.Equal((later.Minutes, later.StartsAt, later.Process), (read.Minutes, read.StartsAt, read.Process));
    }

    [Fact]
    public async Task Save_EveryBucketFull_FitsInARow()
    {
        var full = LatencyHistogram.Of(Enumerable.Repeat(99_999_999_999L, LatencyBuckets.Count));
        await Minutes.SaveAsync([new CountedSpan(10, Now, new string('p', 100), TakenCounts.None with { Latency = full })], Ending);
        Assert.Equal(full.ToString(), (await Minutes.ReadAsync(10, Now, Ending))[0].Counts.Latency.ToString());
    }

    private static CountedSpan Span(int minutes, int after, string process, int decisions) => new(
        minutes, Now.AddMinutes(after), process, new TakenCounts(LatencyHistogram.Parse($"20:{decisions}"), 0, 0, 0, 0, 0, 0, 0));
}
