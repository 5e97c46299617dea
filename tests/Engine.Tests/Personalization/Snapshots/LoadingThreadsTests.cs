using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

public sealed class LoadingThreadsTests
{
    [Fact]
    public async Task Run_SynchronousWorkThatHangs_HoldsUpNoMoreThanItsThreads()
    {
        using var threads = new LoadingThreads();
        using var release = new ManualResetEventSlim();
        var hanging = Enumerable.Range(0, threads.MaximumConcurrencyLevel).Select(_ => Run(threads, () => release.Wait(Timing.Patience))).ToList();
        var next = Run(threads, () => true);

        Assert.False(next.IsCompleted);
        release.Set();

        Assert.True(await next.SoonAsync());
        Assert.All(await Task.WhenAll(hanging), Assert.True);
    }

    [Fact]
    public async Task Run_Continuations_StayOnItsThreads()
    {
        using var threads = new LoadingThreads();
        var names = await threads.RunAsync(
            async () =>
            {
                var before = Thread.CurrentThread.Name;
                await Task.Yield();
                await Task.Delay(1, CancellationToken.None);
                return (before, after: Thread.CurrentThread.Name);
            },
            TestContext.Current.CancellationToken).SoonAsync();

        Assert.StartsWith("person loading", names.before, StringComparison.Ordinal);
        Assert.StartsWith("person loading", names.after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WorkFails_FailsTheCallerAndNotTheThread()
    {
        using var threads = new LoadingThreads();
        for (var i = 0; i < 2 * threads.MaximumConcurrencyLevel; i++)
            await Assert.ThrowsAsync<IOException>(() => Run<bool>(threads, () => throw new IOException()).SoonAsync());

        Assert.True(await Run(threads, () => true).SoonAsync());
    }

    private static Task<T> Run<T>(LoadingThreads threads, Func<T> work) =>
        threads.RunAsync(() => Task.FromResult(work()), TestContext.Current.CancellationToken);
}
