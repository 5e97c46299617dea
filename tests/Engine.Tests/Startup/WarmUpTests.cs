using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Startup;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;
using PersonalizationEngine.Engine.Tests.Ports;
using PersonalizationEngine.Engine.Tests.Recommendations;

namespace PersonalizationEngine.Engine.Tests.Startup;

public sealed class WarmUpTests : IDisposable
{
    private readonly FakeTimeProvider _clock = Timing.Clock();
    private readonly Definitions _definitions = new();
    private readonly ItemsInMemory _items = new(Catalogued.Change("i1"), new ItemChange("i2", null, Timing.Noon));
    private readonly ItemCatalogue _catalogue = new();
    private readonly RecommenderFeedInMemory _feed = new();
    private readonly RecommenderTrainingInMemory _training = new();
    private readonly FeedbackInMemory _feedback = new();

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public async Task Run_EverythingThere_LoadsAllOfIt()
    {
        await RunAsync(TestContext.Current.CancellationToken).SoonAsync();

        Assert.Equal(0, _definitions.Keeper.Current.Version);
        Assert.NotNull(_catalogue.Find("i1"));
        Assert.Equal(["i1", "i2"], _feed.Items.Select(change => change.ItemId));
        Assert.Equal(1, _training.Disturbance.Calls);
    }

    [Fact]
    public async Task Run_FeedbackThere_TellsTheRecommenderOnce()
    {
        _feedback.ItemCounts.Add(new ShownItem("i1", 7, 2));
        _feedback.Disturbance.FailNext(new IOException());

        await _clock.MoveUntilAsync(TimeSpan.FromSeconds(1), RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal([new ShownItem("i1", 7, 2)], _feed.Shown);
    }

    [Fact]
    public async Task Run_StoresThatFailOrRunOutOfTime_AreAskedAgainUntilTheyAnswer()
    {
        _definitions.Version.Disturbance.FailNext(new IOException(), new TaskCanceledException("the driver's own timeout"));
        _items.Disturbance.FailNext(new OperationCanceledException());
        _training.Disturbance.FailNext(new IOException());

        await _clock.MoveUntilAsync(TimeSpan.FromSeconds(1), RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, _definitions.Keeper.Current.Version);
        Assert.NotNull(_catalogue.Find("i1"));
        Assert.Equal((3, 2, 2), (_definitions.Version.Disturbance.Calls, _items.Disturbance.Calls, _training.Disturbance.Calls));
    }

    [Fact]
    public async Task Run_StoreFails_IsNotAskedAgainBeforeTwoSeconds()
    {
        _definitions.Version.Disturbance.Fail();
        using var stopping = new CancellationTokenSource();
        var running = RunAsync(stopping.Token);
        await Timing.UntilAsync(() => _definitions.Version.Disturbance.Calls == 1);
        _clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal(1, _definitions.Version.Disturbance.Calls);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.SoonAsync());
    }

    [Fact]
    public async Task Run_StoppedWhileTheStoreFails_EndsWithoutTryingTheRest()
    {
        _items.Disturbance.Fail();
        using var stopping = new CancellationTokenSource();
        var running = RunAsync(stopping.Token);
        await Timing.UntilAsync(() => _items.Disturbance.Calls == 1);
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.SoonAsync());
        Assert.Equal(0, _training.Disturbance.Calls);
    }

    private Task RunAsync(CancellationToken stopping) =>
        new WarmUp(_definitions.Keeper, _items, _catalogue, _feed, _training, _feedback, _clock, NullLogger<WarmUp>.Instance).RunAsync(stopping);
}
