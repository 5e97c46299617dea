namespace PersonalizationEngine.Engine.Tests.Personalization.Outbox;

/// <summary>What decisions leave behind reaches the store once, in order, whatever the store does meanwhile.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Run_ManyNoted_StoresAllInOrderAndInBoundedBatches()
    {
        await using var outbox = new RunningOutbox();
        for (var i = 0; i < 4_500; i++) outbox.Outbox.Note(Decided.Exposed($"p{i}"));
        outbox.Start();
        await outbox.UntilStoredAsync(4_500);

        Assert.Equal(Enumerable.Range(0, 4_500).Select(i => $"p{i}"), outbox.Store.Exposures.Select(exposure => exposure.PersonId));
        Assert.Equal([2_000, 2_000, 500], outbox.Store.Batches);
    }

    [Fact]
    public async Task Run_NothingNoted_LeavesTheStoreAlone()
    {
        await using var outbox = new RunningOutbox();
        outbox.Start();
        for (var i = 0; i < 20; i++) outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.StopAsync();

        Assert.Equal(0, outbox.Store.Disturbance.Calls);
    }

    [Fact]
    public async Task Run_StoreFailsForATime_StoresEverythingOnceAndInOrder()
    {
        await using var outbox = new RunningOutbox();
        outbox.Store.Disturbance.FailNext(new IOException(), new TimeoutException(), new OperationCanceledException());
        outbox.Outbox.Note(Decided.Exposed("first"));
        outbox.Start();
        await outbox.UntilAsync(() => outbox.Store.Disturbance.Calls >= 2);
        outbox.Outbox.Note(Decided.Exposed("second"));
        await outbox.UntilStoredAsync(2);

        Assert.Equal(["first", "second"], outbox.Store.Exposures.Select(exposure => exposure.PersonId));
    }

    [Fact]
    public async Task Run_StoreFails_WaitsASecondBeforeItTriesAgain()
    {
        await using var outbox = new RunningOutbox();
        outbox.Store.Disturbance.Fail();
        outbox.Outbox.Note(Decided.Exposed("ada"));
        outbox.Start();
        await outbox.UntilAsync(() => outbox.Store.Disturbance.Calls == 1);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        var calls = outbox.Store.Disturbance.Calls;
        outbox.Clock.Advance(TimeSpan.FromMilliseconds(249));
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal(calls, outbox.Store.Disturbance.Calls);
    }

    [Fact]
    public async Task Run_Stopped_StoresWhatIsLeft()
    {
        await using var outbox = new RunningOutbox();
        outbox.Start();
        for (var i = 0; i < 2_500; i++) outbox.Outbox.Note(Decided.Exposed($"p{i}"));
        await outbox.StopAsync();

        Assert.Equal(2_500, outbox.Store.Exposures.Count);
    }

    [Fact]
    public async Task Run_StoppedBeforeItBegan_StoresWhatIsThere()
    {
        await using var outbox = new RunningOutbox();
        outbox.Outbox.Note(Decided.Exposed("ada"));
        await outbox.StopAsync();

        Assert.Single(outbox.Store.Exposures);
    }

    [Fact]
    public async Task Run_StoppedWhileTheStoreRecovers_TriesOnceMoreAndLosesNothing()
    {
        await using var outbox = new RunningOutbox();
        outbox.Store.Disturbance.FailNext(new IOException());
        outbox.Outbox.Note(Decided.Exposed("ada"));
        outbox.Start();
        await outbox.UntilAsync(() => outbox.Store.Disturbance.Calls >= 1);
        outbox.Outbox.Note(Decided.Exposed("bob"));
        await outbox.StopAsync();

        Assert.Equal(["ada", "bob"], outbox.Store.Exposures.Select(exposure => exposure.PersonId));
    }
}
