using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Tests.Telemetry;

/// <summary>Runs of synchronisations, and what caches had, are counted as they went.</summary>
public sealed class RunFiguresTests : IDisposable
{
    private readonly Measured _measured = new();

    // Of this test alone: what runs beside it is told to the same meter.
    private readonly string _name = $"x{Guid.CreateVersion7():N}";

    public void Dispose() => _measured.Dispose();

    [Fact]
    public async Task Sync_ComesToItsEnd_TellsRowsAndHowLongItTook()
    {
        await RunFigures.OfSyncAsync(_name, () => Task.FromResult(7), rows => (rows, true));
        await RunFigures.OfSyncAsync(_name, () => Task.FromResult(0), rows => (rows, true));

        Assert.Equal([7], _measured.Of($"personalization.sync.rows{{sync={_name}}}"));
        Assert.All(Durations("ok"), seconds => Assert.InRange(seconds, 0, 60));
        Assert.Equal((2, 0), (Durations("ok").Count, Durations("failed").Count));
    }

    [Fact]
    public async Task Sync_StopsHalfWayOrThrows_CountsAsFailed()
    {
        await RunFigures.OfSyncAsync(_name, () => Task.FromResult(3), rows => (rows, false));
        await Assert.ThrowsAsync<IOException>(() => RunFigures.OfSyncAsync<int>(_name, () => throw new IOException(), rows => (rows, true)));

        Assert.Equal([3], _measured.Of($"personalization.sync.rows{{sync={_name}}}"));
        Assert.Equal((0, 2), (Durations("ok").Count, Durations("failed").Count));
    }

    [Fact]
    public void Cache_Asked_TellsWhatItHad()
    {
        CacheFigures.Hit(_name);
        CacheFigures.Stale(_name);
        CacheFigures.Stale(_name);
        CacheFigures.Miss(_name);

        foreach (var (result, count) in ((string, int)[])[("hit", 1), ("stale", 2), ("miss", 1)])
            Assert.Equal(count, _measured.Of($"personalization.cache.requests{{cache={_name},result={result}}}").Sum());
    }

    private IReadOnlyList<double> Durations(string result) => _measured.Of($"personalization.sync.duration{{sync={_name},result={result}}}");
}
