using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Durable;

public sealed class TimeTravelTests
{
    private readonly FakeTimeProvider _clock = new(DurableApp.Start);
    private readonly DurableApp _app;

    public TimeTravelTests() => _app = new DurableApp(_clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timers_OverAMonth_FireOnTheClockOfTheTest()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Daily", (object)30, Stop);

        await _app.PassAsync(host, TimeSpan.FromDays(30), TimeSpan.FromHours(6));

        var end = await client.GetInstanceAsync(id, true, Stop);
        Assert.Equal(DurableApp.Start.AddDays(30).UtcDateTime, end!.ReadOutputAs<DateTime>());
        Assert.Equal(30, _app.Told.Count);
        Assert.Equal(DurableApp.Start.AddDays(1).UtcDateTime.ToString("O"), _app.Told.First());
    }

    [Fact]
    public async Task Timer_DueWhileTheHostWasDown_FiresAtTheNextStart()
    {
        string id;
        await using (var host = await _app.StartAsync(typeof(Functions)))
        {
            id = await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync("Daily", (object)1, Stop);
            await DurableApp.HubOf(host).Work.WhenIdle;
        }

        _clock.Advance(TimeSpan.FromDays(3));
        await using var later = await _app.StartAsync(typeof(Functions));
        var end = await DurableApp.ClientOf(later).WaitForInstanceCompletionAsync(id, true, Stop);
        Assert.Equal(DurableApp.Start.AddDays(3).UtcDateTime, end.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task StartAt_OverARestart_IsPendingUntilThen()
    {
        await using (var host = await _app.StartAsync(typeof(Functions)))
        {
            var options = new StartOrchestrationOptions("later", DurableApp.Start.AddDays(2));
            await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync("Now", options, Stop);
        }

        await using var again = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(again);
        await _app.PassAsync(again, TimeSpan.FromDays(1), TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await client.GetInstanceAsync("later", Stop))!.RuntimeStatus);
        await _app.PassAsync(again, TimeSpan.FromDays(1), TimeSpan.FromDays(1));
        Assert.Equal(
            DurableApp.Start.AddDays(2).UtcDateTime, (await client.GetInstanceAsync("later", true, Stop))!.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task StartAt_EventBeforeIt_DoesNotBeginItAndIsKept()
    {
        await using (var host = await _app.StartAsync(typeof(Functions)))
        {
            var options = new StartOrchestrationOptions("later", DurableApp.Start.AddDays(2));
            await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync("Hears", options, Stop);
            await DurableApp.ClientOf(host).RaiseEventAsync("later", "word", "early", Stop);
            await DurableApp.HubOf(host).Work.WhenIdle;
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await DurableApp.ClientOf(host).GetInstanceAsync("later", Stop))!.RuntimeStatus);
        }

        await using var again = await _app.StartAsync(typeof(Functions));
        await _app.PassAsync(again, TimeSpan.FromDays(2), TimeSpan.FromDays(1));
        var end = await DurableApp.ClientOf(again).GetInstanceAsync("later", true, Stop);
        Assert.Equal("early", end!.ReadOutputAs<string>());
    }

    [Fact]
    public async Task StartAt_TerminatedBeforeIt_NeverRuns()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var options = new StartOrchestrationOptions("later", DurableApp.Start.AddDays(2));
        await client.ScheduleNewOrchestrationInstanceAsync("Daily", 1, options, Stop);
        await client.TerminateInstanceAsync("later", Stop);
        await _app.PassAsync(host, TimeSpan.FromDays(4), TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await client.GetInstanceAsync("later", Stop))!.RuntimeStatus);
        Assert.Empty(_app.Told);
    }

    [Fact]
    public async Task Retries_WaitLongerEachTime_UpToTheLongest_AndEndWithTheTimeOut()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var id = await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync("Retrying", Stop);

        await _app.PassAsync(host, TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));

        var minutes = _app.Told.Select(told => (DateTime.Parse(told, null, System.Globalization.DateTimeStyles.RoundtripKind)
            - DurableApp.Start.UtcDateTime).TotalMinutes);
        Assert.Equal([0, 1, 4, 13, 23, 33, 43, 53, 63], minutes);
        var end = await DurableApp.ClientOf(host).GetInstanceAsync(id, true, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end!.RuntimeStatus);
    }

    [Fact]
    public async Task IdleOrchestration_LeavesMemory_AndComesBack()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Daily", (object)2, Stop);
        await _app.PassAsync(host, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        Assert.Equal(0, DurableApp.HubOf(host).InMemory);

        await _app.PassAsync(host, TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await client.GetInstanceAsync(id, Stop))!.RuntimeStatus);
        Assert.Equal(2, _app.Told.Count);
    }

    public sealed class Functions(ConcurrentQueue<string> told, TimeProvider time)
    {
        [Function("Daily")]
        public static async Task<DateTime> Daily([OrchestrationTrigger] TaskOrchestrationContext context, int days)
        {
            for (var day = 0; day < days; day++)
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.CallActivityAsync("Tell", context.CurrentUtcDateTime.ToString("O"));
            }

            return context.CurrentUtcDateTime;
        }

        [Function("Now")]
        public static Task<DateTime> Now([OrchestrationTrigger] TaskOrchestrationContext context) =>
            Task.FromResult(context.CurrentUtcDateTime);

        [Function("Hears")]
        public static Task<string> Hears([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("word");

        [Function("Retrying")]
        public static Task Retrying([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(
            "Fail",
            options: TaskOptions.FromRetryPolicy(new RetryPolicy(
                100, TimeSpan.FromMinutes(1), 3, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1))));

        [Function("Tell")]
        public void Tell([ActivityTrigger] string what) => told.Enqueue(what);

        [Function("Fail")]
        public void Fail([ActivityTrigger] object? nothing)
        {
            told.Enqueue(time.GetUtcNow().UtcDateTime.ToString("O"));
            throw new InvalidOperationException("never");
        }
    }
}
