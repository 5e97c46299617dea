using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Timers;

public sealed class RestartTests
{
    private static readonly TimeSpan FourAndAHalf = TimeSpan.FromMinutes(4.5);
    private readonly TimerHost _timers = new();

    [Fact]
    public async Task Start_OccurrencesMissedWhileDown_AreMadeUpForByOneRun()
    {
        await using (await _timers.StartAsync(typeof(Monitored)))
        {
            await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        }

        _timers.Clock.Advance(TimeSpan.FromHours(1));
        await using var host = await _timers.StartAsync(typeof(Monitored));
        await Eventually.TrueAsync(() => _timers.Runs.All.Count == 2);
        await _timers.AdvanceAsync(TimeSpan.FromMinutes(5), runs: 3);

        Assert.Equal(["10:05:00", "11:05:00", "11:10:00"], _timers.Runs.Times);
        Assert.Equal([false, true, false], _timers.Runs.All.Select(run => run.IsPastDue));
        Assert.Equal(At(10, 5), _timers.Runs.All[1].Status!.Last);
        Assert.Equal(At(10, 10), _timers.Runs.All[1].Status!.Next);
        Assert.Equal(At(11, 5), _timers.Runs.All[2].Status!.Last);
    }

    [Fact]
    public async Task Start_NothingMissed_WaitsForTheNextOccurrence()
    {
        await using (await _timers.StartAsync(typeof(Monitored))) _timers.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var host = await _timers.StartAsync(typeof(Monitored));
        await _timers.AdvanceAsync(TimeSpan.FromMinutes(3.5), runs: 1);
        Assert.Equal(["10:05:00"], _timers.Runs.Times);
        Assert.Equal(DateTime.MinValue, _timers.Runs.All[0].Status!.Last);
    }

    [Theory]
    [InlineData("00:09:00")]
    [InlineData("00:03:30")]
    public async Task Start_FirstOccurrenceMissed_IsMadeUpFor(string downTime)
    {
        await using (await _timers.StartAsync(typeof(Monitored))) _timers.Clock.Advance(TimeSpan.FromMinutes(1));
        _timers.Clock.Advance(TimeSpan.Parse(downTime, CultureInfo.InvariantCulture));
        await using var host = await _timers.StartAsync(typeof(Monitored));
        await Eventually.TrueAsync(() => _timers.Runs.All.Count == 1);
        Assert.True(_timers.Runs.All[0].IsPastDue);
    }

    [Fact]
    public async Task Start_RunOnStartup_RunsAtOnceAndNotAsPastDue()
    {
        await using (await _timers.StartAsync(typeof(OnStartup)))
        {
            await Eventually.TrueAsync(() => _timers.Runs.All.Count == 1);
        }

        _timers.Clock.Advance(TimeSpan.FromHours(1));
        await using var host = await _timers.StartAsync(typeof(OnStartup));
        await Eventually.TrueAsync(() => _timers.Runs.All.Count == 2);
        Assert.Equal([false, true], _timers.Runs.All.Select(run => run.IsPastDue));
    }

    [Fact]
    public async Task Start_UnmonitoredOrUnderAMinute_KeepsNothing()
    {
        await using (await _timers.StartAsync(typeof(Unmonitored)))
        {
            await _timers.AdvanceAsync(TimeSpan.FromSeconds(20), runs: 1);
            await _timers.AdvanceAsync(TimeSpan.FromMinutes(5), runs: 3);
        }

        _timers.Clock.Advance(TimeSpan.FromHours(1));
        await using var host = await _timers.StartAsync(typeof(Unmonitored));
        Assert.Equal(3, _timers.Runs.All.Count);
        Assert.All(_timers.Runs.All, run => Assert.Null(run.Status));
        Assert.False(File.Exists(_timers.StatusFile));
    }

    [Fact]
    public async Task Start_StatusFileUnreadable_BeginsAnewWithAWarning()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_timers.StatusFile)!);
        await File.WriteAllTextAsync(_timers.StatusFile, "{", TestContext.Current.CancellationToken);
        await using var host = await _timers.StartAsync(typeof(Monitored));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        Assert.True(host.Log.Tell("timers.json cannot be read"));
    }

    [Fact]
    public async Task Start_BadScheduleOrDisabled_LeavesOutThatFunctionOnly()
    {
        await using var host = await _timers.StartAsync(typeof(Several), ("AzureWebJobs.disabled.Disabled", "true"));
        await _timers.AdvanceAsync(FourAndAHalf, runs: 1);
        await _timers.AdvanceAsync(TimeSpan.FromMinutes(5), runs: 2);
        Assert.True(host.Log.Tell("Timer bad is disabled: 'daily' is neither"));
        Assert.True(host.Log.Tell("Timer unset is disabled: setting Schedule is missing"));
    }

    private static DateTime At(int hour, int minute) => new(2026, 11, 22, hour, minute, 0, DateTimeKind.Utc);

    public sealed class Monitored(Runs runs, TimeProvider clock)
    {
        [Function("monitored")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => runs.Add(clock, timer);
    }

    public sealed class OnStartup(Runs runs, TimeProvider clock)
    {
        [Function("on-startup")]
        public void Run([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer) => runs.Add(clock, timer);
    }

    public sealed class Unmonitored(Runs runs, TimeProvider clock)
    {
        [Function("unmonitored")]
        public void Run([TimerTrigger("0 */5 * * * *", UseMonitor = false)] TimerInfo timer) => runs.Add(clock, timer);

        [Function("under-a-minute")]
        public void Often([TimerTrigger("*/50 * * * * *")] TimerInfo timer) => runs.Add(clock, timer);
    }

    public sealed class Several(Runs runs, TimeProvider clock)
    {
        [Function("good")]
        public void Good([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => runs.Add(clock, timer);

        [Function("bad")]
        public void Bad([TimerTrigger("daily")] TimerInfo timer) => runs.Add(clock, timer);

        [Function("unset")]
        public void Unset([TimerTrigger("%Schedule%")] TimerInfo timer) => runs.Add(clock, timer);

        [Function("disabled")]
        public void Disabled([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => runs.Add(clock, timer);
    }
}
