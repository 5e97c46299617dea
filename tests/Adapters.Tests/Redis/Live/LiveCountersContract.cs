using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Redis.Live;

/// <summary>What holds of live counters wherever they are kept.</summary>
public abstract class LiveCountersContract
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    protected abstract ILiveCounters Counters { get; }

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_SomebodyNew_IsAllZero()
    {
        var counts = await Counters.ReadAsync("nobody", Noon, Ending);

        Assert.All(LiveFactorNames.All, factor => Assert.Equal(0, counts![factor]));
    }

    [Fact]
    public async Task Read_AtOnce_CountsWhatWasAdded()
    {
        Counters.Add([Act("ada", 0), Act("ada", 0), Act("ada", -55, LiveFactor.DemoRequests), Act("bob", 0)]);
        var counts = (await Counters.ReadAsync("ada", Noon, Ending))!;

        Assert.Equal((2, 1, 0), (counts[LiveFactor.PageViews], counts[LiveFactor.DemoRequests], counts[LiveFactor.EmailOpens]));
    }

    [Theory]
    [InlineData(54, 1)]
    [InlineData(55, 1)]
    [InlineData(59, 1)]
    [InlineData(60, 0)]
    [InlineData(119, 0)]
    [InlineData(600, 0)]
    public async Task Read_Later_CountsOnlyTheLastHour(int minutes, long count)
    {
        // Whatever the hour begins with: the act lies at the beginning of a bucket.
        for (var start = 0; start < 60; start += 5)
        {
            var person = $"p{start}";
            Counters.Add([Act(person, start)]);
            Assert.Equal(count, (await Counters.ReadAsync(person, Noon.AddMinutes(start + minutes), Ending))![LiveFactor.PageViews]);
        }
    }

    [Fact]
    public async Task Merge_TwoPeople_AddsTheirCounts()
    {
        Counters.Add([Act("phone", 0), Act("phone", -55), Act("phone", -55, LiveFactor.EmailClicks), Act("ada", 0)]);
        Counters.Merge("phone", "ada", Noon);
        Counters.Add([Act("ada", 0)]);

        var ada = (await Counters.ReadAsync("ada", Noon, Ending))!;
        Assert.Equal((4, 1), (ada[LiveFactor.PageViews], ada[LiveFactor.EmailClicks]));
        Assert.Equal(0, (await Counters.ReadAsync("phone", Noon, Ending))![LiveFactor.PageViews]);
    }

    [Fact]
    public async Task Add_FromManyThreads_LosesNothing()
    {
        var adding = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 250; i++) Counters.Add([Act("ada", -(i % 50))]);
        }));
        await Task.WhenAll(adding);

        await EngineInstance.UntilAsync(async () => (await Counters.ReadAsync("ada", Noon, Ending))?[LiveFactor.PageViews] == 2000);
    }

    private static LiveAct Act(string person, int minutes, LiveFactor factor = LiveFactor.PageViews) =>
        new(person, factor, LiveWindow.BucketOf(Noon.AddMinutes(minutes)));
}
