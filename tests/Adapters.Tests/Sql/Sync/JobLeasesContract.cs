using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Sync;

/// <summary>Of several processes on one store only one does a job.</summary>
public abstract class JobLeasesContract(IStores stores) : StoreContract(stores)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(10);

    private IJobLeases Leases => Store.Get<IJobLeases>();

    [Fact]
    public async Task TryTakeAsync_ManyAtOnce_IsGivenToOne()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => TakeAsync($"h{number}", Now))));
        Assert.Single(taken, isTaken => isTaken);
    }

    [Fact]
    public async Task TryTakeAsync_AnotherJob_IsFree()
    {
        Assert.True(await TakeAsync("a", Now));
        Assert.True(await Leases.TryTakeAsync("other", "b", Now, Lifetime, Spacing, Ending));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task TryTakeAsync_HolderWasNeverHeardOfAgain_IsFreeFromTheEndOfItsLease(int milliseconds, bool isFree)
    {
        await TakeAsync("a", Now);
        Assert.Equal(isFree, await TakeAsync("b", (Now + Lifetime).AddMilliseconds(milliseconds)));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task TryTakeAsync_RunWasFinished_IsFreeWhenTheSpacingHasPassedSinceItBegan(int milliseconds, bool isFree)
    {
        await TakeAsync("a", Now);
        await Leases.GiveBackAsync("job", "a", finished: true, Ending);

        Assert.False(await TakeAsync("b", Now.AddSeconds(30)));
        Assert.Equal(isFree, await TakeAsync("b", (Now + Spacing).AddMilliseconds(milliseconds)));
    }

    [Fact]
    public async Task TryTakeAsync_RunWasNotFinished_IsFreeAtOnce()
    {
        await TakeAsync("a", Now);
        await Leases.GiveBackAsync("job", "a", finished: false, Ending);
        Assert.True(await TakeAsync("b", Now));
    }

    [Fact]
    public async Task TryTakeAsync_FinishedRunBeforeOneThatFailed_IsForgotten()
    {
        await TakeAsync("a", Now);
        await Leases.GiveBackAsync("job", "a", finished: true, Ending);
        await TakeAsync("b", Now + Spacing);
        await Leases.GiveBackAsync("job", "b", finished: false, Ending);
        Assert.True(await TakeAsync("c", Now + Spacing));
    }

    [Fact]
    public async Task RenewAsync_WhileItRuns_MovesItsEnd()
    {
        await TakeAsync("a", Now);
        Assert.True(await RenewAsync("a", Now.AddMinutes(1)));
        Assert.False(await TakeAsync("b", Now + Lifetime));
        Assert.True(await TakeAsync("b", Now.AddMinutes(1) + Lifetime));
    }

    [Fact]
    public async Task RenewAsync_TwiceAtTheSameInstant_IsStillHeld()
    {
        await TakeAsync("a", Now);
        Assert.True(await RenewAsync("a", Now));
        Assert.True(await RenewAsync("a", Now));
    }

    [Fact]
    public async Task RenewAsync_AnotherHasTakenIt_IsLost()
    {
        await TakeAsync("a", Now);
        await TakeAsync("b", Now + Lifetime);
        Assert.False(await RenewAsync("a", Now + Lifetime));
        Assert.True(await RenewAsync("b", Now + Lifetime));
    }

    [Fact]
    public async Task RenewAsync_LeaseHasRunOut_IsLost()
    {
        await TakeAsync("a", Now);
        Assert.False(await RenewAsync("a", Now + Lifetime));
    }

    [Fact]
    public async Task RenewAsync_NeverTaken_IsLost() => Assert.False(await RenewAsync("a", Now));

    [Fact]
    public async Task GiveBackAsync_LeaseOfAnother_StaysWithThem()
    {
        await TakeAsync("a", Now);
        await TakeAsync("b", Now + Lifetime);
        await Leases.GiveBackAsync("job", "a", finished: true, Ending);
        Assert.False(await TakeAsync("c", Now + Lifetime));
        Assert.True(await RenewAsync("b", Now + Lifetime));
    }

    private Task<bool> TakeAsync(string holder, DateTimeOffset now) => Leases.TryTakeAsync("job", holder, now, Lifetime, Spacing, Ending);

    private Task<bool> RenewAsync(string holder, DateTimeOffset now) => Leases.RenewAsync("job", holder, now, Lifetime, Ending);
}
