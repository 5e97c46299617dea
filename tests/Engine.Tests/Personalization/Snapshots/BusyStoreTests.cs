using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>Everybody out of date in one moment, as after an outage.</summary>
public sealed class BusyStoreTests : IDisposable
{
    private readonly Crowd _crowd = new();

    public void Dispose() => _crowd.Dispose();

    [Fact]
    public async Task Get_ManyAreBeingRead_ServesWhoIsKnownAsTheyWere()
    {
        _crowd.People.Put("ada");
        await _crowd.AskUntilLiveAsync("ada");
        var most = Math.Max(32, 8 * Environment.ProcessorCount);
        var before = _crowd.People.Disturbance.Calls;
        _crowd.People.Disturbance.Hang();
        var strangers = Enumerable.Range(0, most).Select(i => _crowd.AskAsync($"stranger-{i}")).ToList();
        _crowd.Generations.Advance("ada");
        // They are read on a few threads, one after the other: all must have begun.
        await Timing.UntilAsync(() => _crowd.People.Disturbance.Calls >= before + most);

        var served = await _crowd.AskAsync("ada");

        Assert.Equal(SnapshotSource.Stale, served.Source);
        Assert.Equal(before + most, _crowd.People.Disturbance.Calls);
        _crowd.People.Disturbance.End();
        await Task.WhenAll(strangers);
        Assert.Equal(SnapshotSource.Live, (await _crowd.AskUntilLiveAsync("ada")).Source);
    }
}
