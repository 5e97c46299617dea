using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Durable;

public sealed class DurableInvocationTests
{
    private readonly ConcurrentQueue<string> _seen = [];
    private readonly ConcurrentQueue<string> _told = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Middleware_RunsAroundOrchestratorsAndActivities()
    {
        await using var host = await StartAsync();
        await RunAsync(host, "Calls", 1);
        Assert.Equal(["Calls orchestrationTrigger", "Busy activityTrigger"], _seen);
    }

    [Fact]
    public async Task Client_InAnHttpFunction_Starts()
    {
        await using var host = await StartAsync();
        var id = await host.TextAsync("POST", "begin");
        var end = await DurableApp.ClientOf(host).WaitForInstanceCompletionAsync(id, true, Stop);
        Assert.Equal(2, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Activities_MoreThanTheBound_WaitForTheirTurn()
    {
        await using var host = await StartAsync("\"maxConcurrentActivityFunctions\": 3");
        await RunAsync(host, "Calls", 20);
        Assert.InRange(Functions.Most, 2, 3);
    }

    [Fact]
    public async Task ReplaySafeLog_OverManyTurns_TellsOnce()
    {
        await using var host = await StartAsync("\"extendedSessionIdleTimeoutInSeconds\": 1");
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Logs", Stop);
        for (var i = 0; i < 3; i++)
        {
            await DurableApp.HubOf(host).Work.WhenIdle;
            await Eventually.TrueAsync(() => DurableApp.HubOf(host).InMemory == 0);
            await client.RaiseEventAsync(id, "go", Stop);
        }

        await client.WaitForInstanceCompletionAsync(id, Stop);
        Assert.Single(host.Log.All, line => line.Contains("it begins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Activity_HasASpan()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await StartAsync();
        await RunAsync(host, "FailsWithASpan", 1);
        var span = Assert.Single(spans, span => span.DisplayName == "FailsForTheSpan");
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.True(host.Log.Tell("Activity FailsForTheSpan of"));
    }

    private Task<RunningHost> StartAsync(string durable = "") => RunningHost.StartAsync(new HostOptions
    {
        Types = [typeof(Functions)],
        HostJson = $$"""{ "extensions": { "http": { "routePrefix": "" }, "durableTask": { {{durable}} } } }""",
        Configure = builder =>
        {
            builder.Services.AddSingleton(_told);
            builder.UseMiddleware((context, next) =>
            {
                var trigger = context.FunctionDefinition.InputBindings.Values.Single().Type;
                if (trigger != "httpTrigger") _seen.Enqueue($"{context.FunctionDefinition.Name} {trigger}");
                return next();
            });
        },
    });

    private static async Task RunAsync(RunningHost host, string name, int input)
    {
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync(name, (object)input, Stop);
        await client.WaitForInstanceCompletionAsync(id, Stop);
    }

    public static class Functions
    {
        private static int _running;
        private static int _most;

        public static int Most => _most;

        [Function("Begin")]
        public static async Task<IResult> Begin(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "begin")] HttpRequest request,
            [DurableClient] DurableTaskClient client) =>
            Results.Text(await client.ScheduleNewOrchestrationInstanceAsync("Calls", (object)2, CancellationToken.None));

        [Function("Calls")]
        public static async Task<int> Calls([OrchestrationTrigger] TaskOrchestrationContext context, int count) =>
            (await Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync<int>("Busy", i)))).Length;

        [Function("Logs")]
        public static async Task Logs([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.CreateReplaySafeLogger("Logs").LogWarning("it begins");
            for (var i = 0; i < 3; i++) await context.WaitForExternalEvent<object>("go");
        }

        [Function("FailsWithASpan")]
        public static Task FailsWithASpan([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync("FailsForTheSpan");

        [Function("FailsForTheSpan")]
        public static void FailsForTheSpan([ActivityTrigger] object? nothing) => throw new InvalidOperationException("on purpose");

        [Function("Busy")]
        public static async Task<int> Busy([ActivityTrigger] int number)
        {
            var running = Interlocked.Increment(ref _running);
            InterlockedMax(running);
            await Task.Delay(TimeSpan.FromMilliseconds(20));
            Interlocked.Decrement(ref _running);
            return number;
        }

        private static void InterlockedMax(int value)
        {
            int seen;
            while (value > (seen = _most) && Interlocked.CompareExchange(ref _most, value, seen) != seen)
            {
                // another was quicker
            }
        }
    }
}
