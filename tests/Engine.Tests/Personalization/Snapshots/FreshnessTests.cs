using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>A person is read once, and again at once when something about them changed.</summary>
public sealed class FreshnessTests
{
    [Fact]
    public async Task Get_AskedAgain_ReadsOnce()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada", name: "Ada");

        for (var i = 0; i < 5; i++) Assert.Equal(("Ada", SnapshotSource.Live), await NameAndSourceAsync(crowd));
        Assert.Equal(1, crowd.People.Disturbance.Calls);
    }

    [Fact]
    public async Task Get_StrangerAskedAgain_ReadsOnce()
    {
        using var crowd = new Crowd();

        Assert.False((await crowd.AskAsync("nobody")).Snapshot.State.Known);
        Assert.Equal(SnapshotSource.Live, (await crowd.AskAsync("nobody")).Source);
        Assert.Equal(1, crowd.People.Disturbance.Calls);
    }

    [Fact]
    public async Task Get_PersonChanged_ReadsAtOnce()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada", name: "Ada");
        await crowd.AskAsync("ada");

        crowd.People.Put("ada", name: "Ada Lovelace");
        crowd.Generations.Advance("ada");

        Assert.Equal(("Ada Lovelace", SnapshotSource.Live), await NameAndSourceAsync(crowd));
    }

    [Fact]
    public async Task Get_PersonBehindTheIdChanged_ReadsAtOnce()
    {
        using var crowd = new Crowd();
        crowd.People.Put("phone", "ada", "Ada");
        await crowd.AskAsync("phone");

        crowd.People.Put("phone", "ada", "Ada Lovelace");
        crowd.Generations.Advance("ada");

        Assert.Equal("Ada Lovelace", Crowd.NameOf(await crowd.AskAsync("phone")));
    }

    [Fact]
    public async Task Get_StrangerBecomesKnown_ReadsAtOnce()
    {
        using var crowd = new Crowd();
        await crowd.AskAsync("phone");

        crowd.People.Put("phone", "ada", "Ada");
        crowd.Generations.Advance("phone");

        Assert.True((await crowd.AskAsync("phone")).Snapshot.State.Known);
    }

    [Fact]
    public async Task Get_ChangeWhileReading_IsNotMissed()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada", name: "Ada");
        crowd.Recommender.Disturbance.Hang();
        var asked = crowd.AskAsync("ada");
        await Timing.UntilAsync(() => crowd.Recommender.Disturbance.Calls == 1);

        crowd.People.Put("ada", name: "Ada Lovelace");
        crowd.Generations.Advance("ada");
        crowd.Recommender.Disturbance.End();

        Assert.Equal("Ada Lovelace", Crowd.NameOf(await asked));
    }

    [Fact]
    public async Task Get_Expired_ReadsAgain()
    {
        using var crowd = new Crowd(Crowd.Options with { Duration = TimeSpan.FromMilliseconds(1) });
        crowd.People.Put("ada", name: "Ada");
        await crowd.AskAsync("ada");
        crowd.People.Put("ada", name: "Ada Lovelace");
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal("Ada Lovelace", Crowd.NameOf(await crowd.AskAsync("ada")));
    }

    [Fact]
    public async Task Get_ThunderingHerd_ReadsOnce()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada", name: "Ada");
        crowd.People.Disturbance.Hang();
        var herd = Enumerable.Range(0, 200).Select(_ => Task.Run(() => crowd.AskAsync("ada"))).ToList();
        await Timing.UntilAsync(() => crowd.People.Disturbance.Calls > 0);
        crowd.People.Disturbance.End();

        Assert.All(await Task.WhenAll(herd), served => Assert.Equal("Ada", Crowd.NameOf(served)));
        Assert.Equal(1, crowd.People.Disturbance.Calls);
    }

    private static async Task<(string?, SnapshotSource)> NameAndSourceAsync(Crowd crowd)
    {
        var served = await crowd.AskAsync("ada");
        return (Crowd.NameOf(served), served.Source);
    }
}
