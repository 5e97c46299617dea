using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace EmbeddedHost.Tests.Durable;

public sealed class DurableDrainTests
{
    private const string OneAtATime =
        """{ "extensions": { "http": { "routePrefix": "" }, "durableTask": { "maxConcurrentActivityFunctions": 1 } } }""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_ActivityUnderWay_IsKept_AndTheRestResumesAtTheNextStart()
    {
        var app = new DurableApp { Json = OneAtATime };
        var host = await app.StartAsync(typeof(Functions));
        await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync("Three", new StartOrchestrationOptions("three"), Stop);
        await Eventually.TrueAsync(() => !app.Told.IsEmpty);

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        Functions.Gate.SetResult();
        await stopping;
        await host.DisposeAsync();
        Assert.Equal(["0"], app.Told);

        await using var later = await app.StartAsync(typeof(Functions));
        var end = await DurableApp.ClientOf(later).WaitForInstanceCompletionAsync("three", true, Stop);
        Assert.Equal("0 1 2", end.ReadOutputAs<string>());
        Assert.Equal(["0", "1", "2"], app.Told);
    }

    public sealed class Functions(ConcurrentQueue<string> told)
    {
        public static TaskCompletionSource Gate { get; } = new();

        [Function("Three")]
        public static async Task<string> Three([OrchestrationTrigger] TaskOrchestrationContext context) => string.Join(
            ' ', await Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.CallActivityAsync<string>("Waits", i))));

        [Function("Waits")]
        public async Task<string> Waits([ActivityTrigger] int number)
        {
            told.Enqueue($"{number}");
            await Gate.Task;
            return $"{number}";
        }
    }
}
