using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Telemetry;

public sealed class StandingRecordsTests
{
    private readonly SyncPositionsInMemory _positions = new();

    private StandingRecords Records => new(_positions, NullLogger<StandingRecords>.Instance);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AnInstant_IsReadToTheMillisecond()
    {
        await Records.WriteAsync("timer.X", Timing.Noon.AddMilliseconds(1), Ending);
        Assert.Equal(Timing.Noon.AddMilliseconds(1), await Records.ReadInstantAsync("timer.X", Ending));
        Assert.Null(await Records.ReadInstantAsync("timer.Y", Ending));
    }

    [Fact]
    public async Task Write_StoreFails_TheWorkIsDoneAllTheSame()
    {
        _positions.Writing.Fail();
        await Records.WriteAsync("timer.X", Timing.Noon, Ending);
    }

    [Fact]
    public async Task Sync_ThatFails_LeavesItsWatermark()
    {
        var clock = Timing.Clock();
        var syncs = new WatchedSyncs(Records, clock, ["gorse"]);
        await syncs.RunAsync("gorse", () => Task.FromResult(3), rows => (rows, true), TimeSpan.FromMinutes(1), Ending);
        var watermark = await Records.ReadInstantAsync("sync.gorse", Ending);
        clock.Advance(TimeSpan.FromHours(1));
        await syncs.RunAsync("gorse", () => Task.FromResult(0), rows => (rows, false), TimeSpan.Zero, Ending);
        await Assert.ThrowsAsync<IOException>(() => syncs.RunAsync<int>("gorse", () => throw new IOException(), rows => (rows, true), TimeSpan.Zero, Ending));

        Assert.Equal(Timing.Noon.AddMinutes(-1), watermark);
        Assert.Equal(watermark, await Records.ReadInstantAsync("sync.gorse", Ending));
    }

    [Theory]
    [InlineData("1,2,3", true)]
    [InlineData("1,2", false)]
    [InlineData("1,-2,3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Backlog_Text_IsReadOrNothing(string? text, bool isRead) => Assert.Equal(isRead, Backlog.Parse(text)?.ToString() == text && text is not null);
}
