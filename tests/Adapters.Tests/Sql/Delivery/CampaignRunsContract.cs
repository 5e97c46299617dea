using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Delivery;

public abstract class CampaignRunsContract(IStores stores) : StoreContract(stores)
{
    private ICampaignRuns Runs => Store.Get<ICampaignRuns>();

    [Fact]
    public async Task Add_ByManyAtOnce_IsOneRun()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Runs.AddAsync(Planned.Run(1), RunStatus.Open, Now, Ending)));

        Assert.Single(added, run => run is not null);
        Assert.Equal(0, Assert.Single(await Runs.OfAsync(1, 10, Ending)).Occurrence);
    }

    [Fact]
    public async Task Add_AfterOneThatEnded_IsTheNextOccurrence()
    {
        var first = await AddAsync();
        Assert.True(await Runs.MoveAsync(first.Key, RunStatus.Open, RunStatus.Cancelled, null, Now, Ending));

        Assert.Equal(1, (await AddAsync()).Occurrence);
        Assert.Equal([1L, 0L], (await Runs.OfAsync(1, 10, Ending)).Select(run => run.Occurrence));
    }

    [Fact]
    public async Task Run_Whole_ComesBackAsItWasAdded()
    {
        var local = new DateTime(2026, 5, 15, 9, 0, 0);
        var run = await Runs.AddAsync(Planned.Run(1, Now.AddHours(3)) with { LocalAt = local, StartedBy = "anna" }, RunStatus.Open, Now, Ending);

        var found = (await Runs.FindAsync(run!.Key, Ending))!;

        Assert.Equal(("t", 1, 0L, RunStatus.Scheduled, Now.AddHours(3), local, "anna"),
            (found.Campaign.Template, found.CampaignVersion, found.Occurrence, found.Status, found.DueAt, found.LocalAt!.Value, found.StartedBy));
        Assert.Null(await Runs.FindAsync(new CampaignRunKey(1, 7), Ending));
    }

    [Fact]
    public async Task Move_FromAnotherStatus_IsRefusedAndTimesAreKept()
    {
        var key = (await AddAsync()).Key;

        Assert.False(await Runs.MoveAsync(key, [RunStatus.Running], RunStatus.Paused, null, Now, Ending));
        Assert.True(await Runs.MoveAsync(key, [RunStatus.Scheduled], RunStatus.Running, null, Now, Ending));
        Assert.True(await Runs.MoveAsync(key, [RunStatus.Running], RunStatus.Paused, "by hand", Now.AddMinutes(1), Ending));
        Assert.True(await Runs.MoveAsync(key, [RunStatus.Paused], RunStatus.Running, null, Now.AddMinutes(2), Ending));
        Assert.True(await Runs.MoveAsync(key, [RunStatus.Running], RunStatus.Cancelled, null, Now.AddMinutes(3), Ending));

        var run = (await Runs.FindAsync(key, Ending))!;
        Assert.Equal((Now, Now.AddMinutes(3)), (run.StartedAt!.Value, run.FinishedAt!.Value));
    }

    [Fact]
    public async Task Snapshot_SamePieceByTwo_IsWrittenOnceAndGoesOnWhereItStopped()
    {
        var run = await AddAsync();
        var page = Planned.Page(run, "bert", Planned.Message(run.Key, "anna"), Planned.Message(run.Key, "bert"));

        var after = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runs.SnapshotAsync(page, Now, Ending)));
        Assert.All(after, one => Assert.Equal((2L, "bert"), (one.People, one.SnapshotAfter)));
        var last = await Runs.SnapshotAsync(Planned.Page(after[0], "", Planned.Message(run.Key, "carl")), Now, Ending);

        Assert.Equal((3L, true), (last.People, last.IsSnapshotComplete));
        Assert.Equal(3, (await Runs.CountAsync(run.Key, Ending)).Sum(one => one.Messages));
    }

    [Fact]
    public async Task Cancel_Messages_StopsThoseThatWaitAndTheRestOfTheAudience()
    {
        var run = await AddAsync();
        var half = await Runs.SnapshotAsync(Planned.Page(run, "anna", Planned.Message(run.Key, "anna")), Now, Ending);
        await Runs.MoveAsync(run.Key, RunStatus.Open, RunStatus.Cancelled, null, Now, Ending);

        Assert.Equal(1, await Runs.CancelMessagesAsync(run.Key, Now, Ending));
        var after = await Runs.SnapshotAsync(Planned.Page(half, "", Planned.Message(run.Key, "bert")), Now, Ending);

        Assert.Equal((1L, false), (after.People, after.IsOpen));
        Assert.Equal([(MessageStatus.Cancelled, 1L)], (await Runs.CountAsync(run.Key, Ending)).Select(one => (one.Status, one.Messages)));
    }

    [Fact]
    public async Task Complete_OnlyRunsWithAllTheirAudienceAndNothingOpen()
    {
        var run = await AddAsync();
        await Runs.MoveAsync(run.Key, RunStatus.Open, RunStatus.Running, null, Now, Ending);
        Assert.Equal(0, await Runs.CompleteAsync(Now, Ending));
        await Runs.SnapshotAsync(Planned.Page(run, "", Planned.Message(run.Key, "anna")), Now, Ending);
        Assert.Equal(0, await Runs.CompleteAsync(Now, Ending));

        var deliveries = Store.Get<IDeliveries>();
        var due = await deliveries.TakeAsync(new DueQuestion(Now, 10, TimeSpan.FromMinutes(2)), Ending);
        await deliveries.ReserveAsync(due, Now, Now, _ => [Planned.Decided(due[0])], Ending);
        Assert.Equal(0, await Runs.CompleteAsync(Now, Ending));
        await deliveries.RecordAsync([Planned.Sent(due[0])], Ending);

        Assert.Equal(1, await Runs.CompleteAsync(Now.AddMinutes(1), Ending));
        Assert.Equal((RunStatus.Completed, Now.AddMinutes(1)), ((await Runs.FindAsync(run.Key, Ending))!.Status, (await Runs.FindAsync(run.Key, Ending))!.FinishedAt!.Value));
    }

    private async Task<CampaignRun> AddAsync() => (await Runs.AddAsync(Planned.Run(1), RunStatus.Open, Now, Ending))!;
}
