using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Timers;

public sealed class OccurrenceTests
{
    private static readonly TimeSpan FourAndAHalf = TimeSpan.FromMinutes(4.5);
    private static readonly TimeSpan Five = TimeSpan.FromMinutes(5);
    private readonly TimerHost _timers = new();

    [Fact]
    public async Task Listen_Occurrences_RunEachOnce()
    {
        await using var host = await _timers.StartAsync(typeof(EveryFiveMinutes));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        await _timers.AdvanceAsync(Five, runs: 2);
        await _timers.AdvanceAsync(Five, runs: 3);
        Assert.Equal(["10:05:00", "10:10:00", "10:15:00"], _timers.Runs.Times);
        Assert.All(_timers.Runs.All, run => Assert.False(run.IsPastDue));
    }

    [Fact]
    public async Task Listen_RunLongerThanTheInterval_IsFollowedAtOnceByOneOverdueRun()
    {
        await using var host = await _timers.StartAsync(typeof(Slow));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        await _timers.AdvanceAsync(TimeSpan.FromMinutes(17), runs: 1);

        Slow.Gate.SetResult();
        await Eventually.TrueAsync(() => _timers.Runs.All.Count == 2);
        await _timers.AdvanceAsync(TimeSpan.FromMinutes(3), runs: 3);

        Assert.Equal(["10:05:00", "10:22:00", "10:25:00"], _timers.Runs.Times);
        Assert.False(_timers.Runs.All[1].IsPastDue);
    }

    [Fact]
    public async Task Listen_FailedRun_WaitsForTheNextOccurrence()
    {
        await using var host = await _timers.StartAsync(typeof(Failing));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        await Eventually.TrueAsync(() => host.Log.Tell("Function failing failed"));
        await _timers.AdvanceAsync(Five, runs: 2);
        Assert.Equal(["10:05:00", "10:10:00"], _timers.Runs.Times);
    }

    [Fact]
    public async Task Listen_RunPastItsTimeOut_LosesItsTokenAndIsLogged()
    {
        await using var host = await _timers.StartAsync(typeof(Endless));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        await Eventually.TrueAsync(() => Endless.Waits);
        _timers.Clock.Advance(TimeSpan.FromMinutes(30));
        await Eventually.TrueAsync(
            () => host.Log.Tell("Function endless did not end within 00:30:00"));

        // the overdue run that follows at once must end, too
        var stopping = host.StopAsync();
        _timers.Clock.Advance(TimeSpan.FromSeconds(30));
        await stopping;
    }

    [Fact]
    public async Task Stop_RunUnderWay_IsWaitedFor()
    {
        await using var host = await _timers.StartAsync(typeof(Finishing));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);

        var stopping = host.StopAsync();
        await Assert.ThrowsAsync<TimeoutException>(
            () => stopping.WaitAsync(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken));
        Finishing.Gate.SetResult();
        await stopping;

        Assert.True(Finishing.HasEnded);
        _timers.Clock.Advance(Five);
        Assert.Single(_timers.Runs.All);
    }

    public sealed class EveryFiveMinutes(Runs runs, TimeProvider clock)
    {
        [Function("every-five-minutes")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => runs.Add(clock, timer);
    }

    public sealed class Slow(Runs runs, TimeProvider clock)
    {
        public static TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Function("slow")]
        public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            runs.Add(clock, timer);
            return Gate.Task;
        }
    }

    public sealed class Failing(Runs runs, TimeProvider clock)
    {
        [Function("failing")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            runs.Add(clock, timer);
            throw new InvalidOperationException("every time");
        }
    }

    public sealed class Endless(Runs runs, TimeProvider clock)
    {
        public static bool Waits { get; private set; }

        [Function("endless")]
        public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken stop)
        {
            runs.Add(clock, timer);
            var waiting = Task.Delay(Timeout.Infinite, stop);
            Waits = true;
            await waiting;
        }
    }

    public sealed class Finishing(Runs runs, TimeProvider clock)
    {
        public static TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static bool HasEnded { get; private set; }

        [Function("finishing")]
        public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            runs.Add(clock, timer);
            await Gate.Task;
            HasEnded = true;
        }
    }
}
