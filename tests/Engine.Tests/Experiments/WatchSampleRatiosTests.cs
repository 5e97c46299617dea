using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Experiments;

public sealed class WatchSampleRatiosTests
{
    private readonly StandingRecords _records = new(new SyncPositionsInMemory(), NullLogger<StandingRecords>.Instance);

    [Theory]
    [InlineData(1000, 1010, false)]
    [InlineData(1000, 1300, true)]
    public async Task Run_SizesOfVariants_AreFoundWhereTheyCannotBeChance(int first, int second, bool isOff)
    {
        using var trial = Of(first, second);
        await trial.WatchRatiosAsync(_records);
        Assert.Equal(isOff, (await WatchSampleRatios.ReadAsync(_records, TestContext.Current.CancellationToken)).Contains("trial"));
    }

    [Fact]
    public async Task Run_LessThanAnHourAgo_DoesNotLookAgain()
    {
        using var trial = Of(1000, 1000);
        await trial.WatchRatiosAsync(_records);
        trial.Add("b", 1500, "signup", 0);

        await trial.WatchRatiosAsync(_records);
        Assert.Empty(await WatchSampleRatios.ReadAsync(_records, TestContext.Current.CancellationToken));

        trial.Clock.Advance(WatchSampleRatios.Every);
        await trial.WatchRatiosAsync(_records);
        Assert.Equal(["trial"], await WatchSampleRatios.ReadAsync(_records, TestContext.Current.CancellationToken));
    }

    private static Trial Of(int first, int second)
    {
        var trial = new Trial(new ExperimentMeasures([], false));
        trial.Add("a", first, "signup", 0);
        trial.Add("b", second, "signup", 0);
        return trial;
    }
}
