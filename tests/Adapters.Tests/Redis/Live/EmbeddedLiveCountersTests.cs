using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Redis.Live;

public sealed class EmbeddedLiveCountersTests : LiveCountersContract
{
    protected override ILiveCounters Counters { get; } = new EmbeddedLiveCounters();

    [Fact]
    public async Task Add_MorePeopleThanThereIsRoomFor_CountsTheFirst()
    {
        var now = DateTimeOffset.UnixEpoch;
        Counters.Add([.. Enumerable.Range(0, EmbeddedLiveCounters.PeoplePerBucket + 1).Select(i => new LiveAct($"p{i}", LiveFactor.PageViews, 0))]);

        Assert.Equal(1, (await Counters.ReadAsync("p0", now, TestContext.Current.CancellationToken))![LiveFactor.PageViews]);
        Assert.Equal(0, (await Counters.ReadAsync($"p{EmbeddedLiveCounters.PeoplePerBucket}", now, TestContext.Current.CancellationToken))![LiveFactor.PageViews]);
    }
}
