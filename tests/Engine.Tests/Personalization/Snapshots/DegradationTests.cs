using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>When the stores fail or hang, what was read before serves on, and without it a stranger's answer; nobody waits.</summary>
public sealed class DegradationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_StoreDownFromTheStart_AnswersAsOfAStranger(bool hangs)
    {
        using var crowd = new Crowd(Crowd.Impatient);
        crowd.People.Put("ada", name: "Ada");
        BringDown(crowd, hangs);

        var served = await crowd.AskAsync("ada");

        Assert.Equal((SnapshotSource.None, false, "ada"), (served.Source, served.Snapshot.State.Known, served.Snapshot.State.Profile.PersonId));
        Assert.False(served.Snapshot.IsComplete);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_StoreDownAfterAChange_ServesWhatItHadAndSaysStale(bool hangs)
    {
        using var crowd = new Crowd(Crowd.Impatient);
        crowd.People.Put("ada", name: "Ada");
        await crowd.AskUntilLiveAsync("ada");
        BringDown(crowd, hangs);
        crowd.Generations.Advance("ada");

        for (var i = 0; i < 3; i++)
        {
            var served = await crowd.AskAsync("ada");
            Assert.Equal(("Ada", SnapshotSource.Stale), (Crowd.NameOf(served), served.Source));
        }
    }

    [Fact]
    public async Task Get_StoreDownBeyondTheDuration_SaysStale()
    {
        using var crowd = new Crowd(Crowd.Options with { Duration = TimeSpan.FromMilliseconds(1) });
        crowd.People.Put("ada", name: "Ada");
        await crowd.AskAsync("ada");
        crowd.People.Disturbance.Fail();
        crowd.Clock.Advance(TimeSpan.FromSeconds(2));
        await Task.Delay(50, TestContext.Current.CancellationToken);

        var served = await crowd.AskAsync("ada");

        Assert.Equal(("Ada", SnapshotSource.Stale, Timing.Noon), (Crowd.NameOf(served), served.Source, served.Snapshot.ReadAt));
    }

    [Fact]
    public async Task Get_SamePersonAgainWhileTheStoreHangs_NobodyWaitsForIt()
    {
        using var crowd = new Crowd(Crowd.Impatient);
        crowd.People.Disturbance.Hang();

        Assert.Equal(SnapshotSource.None, (await crowd.AskAsync("ada")).Source);
        Assert.Equal(SnapshotSource.None, (await crowd.AskAsync("ada")).Source);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => crowd.AskAsync("ada"))), served => Assert.Equal(SnapshotSource.None, served.Source));
    }

    [Fact]
    public async Task Get_SamePersonAgainWhileTheStoreHangs_DoesNotAskTheStoreAgain()
    {
        using var crowd = new Crowd(Crowd.Options with { Budget = TimeSpan.FromMilliseconds(250) }, TimeProvider.System);
        crowd.People.Disturbance.Hang();
        for (var i = 0; i < 3; i++) await crowd.AskAsync("ada");

        Assert.Equal(1, crowd.People.Disturbance.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_StoreBack_AnswersLiveAgain(bool hung)
    {
        using var crowd = new Crowd(Crowd.Impatient);
        crowd.People.Put("ada", name: "Ada");
        BringDown(crowd, hung);
        Assert.Equal(SnapshotSource.None, (await crowd.AskAsync("ada")).Source);
        crowd.People.Disturbance.End();

        var served = await crowd.AskUntilLiveAsync("ada");

        Assert.Equal(("Ada", SnapshotSource.Live), (Crowd.NameOf(served), served.Source));
    }

    [Fact]
    public async Task Get_CallerGoesAway_IsToldSo()
    {
        using var crowd = new Crowd();
        crowd.People.Disturbance.Hang();
        using var leaving = new CancellationTokenSource();
        var asked = crowd.Snapshots.GetAsync("ada", leaving.Token).AsTask();
        await Timing.UntilAsync(() => crowd.People.Disturbance.Calls == 1);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.SoonAsync());
    }

    private static void BringDown(Crowd crowd, bool hangs)
    {
        if (hangs) crowd.People.Disturbance.Hang();
        else crowd.People.Disturbance.Fail();
    }
}
