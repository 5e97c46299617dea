using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Health;

public sealed class CheckHealthTests : IDisposable
{
    private readonly ProbeInMemory _store = new("store", isVital: true);
    private readonly ProbeInMemory _recommender = new("recommender", isVital: false);
    private readonly OutsideSystems _systems = new(Timing.Clock(), NullLogger<OutsideSystem>.Instance);
    private readonly ManualResetEventSlim _release = new();

    public void Dispose()
    {
        _store.Disturbance.End();
        _release.Set();
        _release.Dispose();
    }

    [Fact]
    public async Task Run_AllWork_IsReadyAndNotDegraded()
    {
        var report = await RunAsync(_store, _recommender);

        Assert.Equal((true, false), (report.IsReady, report.IsDegraded));
        Assert.Equal(["store", "recommender"], report.Dependencies.Select(dependency => dependency.Name));
        Assert.All(report.Dependencies, dependency => Assert.Equal("works", dependency.Detail));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Run_OneFails_IsReadyUnlessItIsVital(bool vital, bool ready)
    {
        (vital ? _store : _recommender).Disturbance.Fail();
        var report = await RunAsync(_store, _recommender);

        Assert.Equal((ready, true), (report.IsReady, report.IsDegraded));
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task Run_Fails_TellsTheTypeAndNotTheMessage(Type type)
    {
        _store.Disturbance.Fail((Exception)Activator.CreateInstance(type, "password=secret")!);
        var failed = Assert.Single((await RunAsync(_store)).Dependencies);

        Assert.Equal((false, type.Name), (failed.IsHealthy, failed.Detail));
    }

    [Fact]
    public async Task Run_OneHangs_IsGivenUpAfterASecondWhileTheOthersAnswer()
    {
        var clock = Timing.Clock();
        _store.Disturbance.Hang();
        var running = new CheckHealth([_store, _recommender], _systems, clock).RunAsync(TestContext.Current.CancellationToken);
        await Timing.UntilAsync(() => _store.Disturbance.Calls == 1 && _recommender.Disturbance.Calls == 1);
        clock.Advance(CheckHealth.Budget - TimeSpan.FromTicks(1));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);

        await clock.MoveUntilAsync(TimeSpan.FromMilliseconds(500), running);

        var report = await running;
        Assert.Equal([false, true], report.Dependencies.Select(dependency => dependency.IsHealthy));
        Assert.Equal("no answer within 1 s", report.Dependencies[0].Detail);
    }

    [Fact]
    public async Task Run_OneBlocksItsThread_HoldsUpNeitherTheOthersNorTheReport()
    {
        var clock = Timing.Clock();
        var running = new CheckHealth([new Blocking(_release), _store], _systems, clock).RunAsync(TestContext.Current.CancellationToken);
        await Timing.UntilAsync(() => _store.Disturbance.Calls == 1);

        await clock.MoveUntilAsync(TimeSpan.FromMilliseconds(100), running);

        Assert.Equal([false, true], (await running).Dependencies.Select(dependency => dependency.IsHealthy));
    }

    [Fact]
    public async Task Run_CallerGoesAway_IsToldSo()
    {
        _store.Disturbance.Hang();
        using var leaving = new CancellationTokenSource();
        var running = new CheckHealth([_store], _systems, Timing.Clock()).RunAsync(leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.SoonAsync());
    }

    private Task<HealthReport> RunAsync(params IHealthProbe[] probes) =>
        new CheckHealth(probes, _systems, Timing.Clock()).RunAsync(TestContext.Current.CancellationToken).SoonAsync();

    private sealed class Blocking(ManualResetEventSlim release) : IHealthProbe
    {
        public string Name => "blocking";

        public bool IsVital => true;

        public Task<string?> CheckAsync(CancellationToken cancellationToken)
        {
            release.Wait(Timing.Patience, CancellationToken.None);
            return Task.FromResult<string?>(null);
        }
    }
}
