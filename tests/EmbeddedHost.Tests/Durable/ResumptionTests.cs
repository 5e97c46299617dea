using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Tests.Durable;

public sealed class ResumptionTests
{
    [Fact]
    public async Task Orchestration_WithActivities_SurvivesARestart()
    {
        var app = new DurableApp();
        var stop = TestContext.Current.CancellationToken;
        await using (var host = await app.StartAsync(typeof(Travel)))
        {
            var client = DurableApp.ClientOf(host);
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Travel), new Trip("Oslo", 3), new StartOrchestrationOptions("trip-1"), stop);
            await DurableApp.HubOf(host).Work.WhenIdle;
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await client.GetInstanceAsync("trip-1", stop))!.RuntimeStatus);
        }

        await using (var host = await app.StartAsync(typeof(Travel)))
        {
            var client = DurableApp.ClientOf(host);
            await client.RaiseEventAsync("trip-1", "go", "now", stop);
            var done = await client.WaitForInstanceCompletionAsync("trip-1", true, stop);
            Assert.Equal("now: Oslo 1, Oslo 2, Oslo 3", done.ReadOutputAs<string>());
        }

        Assert.Equal(["Oslo 1", "Oslo 2", "Oslo 3"], app.Told.Order());
    }

    [Fact]
    public async Task Orchestrations_MoreThanMemoryHolds_AllHearTheirEvents()
    {
        const int Many = 1_500;
        var stop = TestContext.Current.CancellationToken;
        await using var host = await new DurableApp().StartAsync(typeof(Travel));
        var client = DurableApp.ClientOf(host);
        var ids = Enumerable.Range(0, Many).Select(i => $"trip-{i}").ToList();
        await Task.WhenAll(ids.Select(id => client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Travel), new Trip(id, 1), new StartOrchestrationOptions(id), stop)));
        await DurableApp.HubOf(host).Work.WhenIdle;
        Assert.InRange(DurableApp.HubOf(host).InMemory, 0, Many - 1);

        await Task.WhenAll(ids.Select(id => client.RaiseEventAsync(id, "go", "now", stop)));
        foreach (var id in ids)
        {
            Assert.Equal($"now: {id} 1", (await client.WaitForInstanceCompletionAsync(id, true, stop)).ReadOutputAs<string>());
        }

        await DurableApp.HubOf(host).Work.WhenIdle;
        Assert.Equal(0, DurableApp.HubOf(host).InMemory);
    }

    public sealed record Trip(string Town, int Days);

    public sealed class Travel(ConcurrentQueue<string> told)
    {
        [Function("Travel")]
        public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context, Trip trip)
        {
            var first = await context.CallActivityAsync<string>("Visit", trip with { Days = 1 });
            var word = await context.WaitForExternalEvent<string>("go");
            var rest = await Task.WhenAll(Enumerable.Range(2, trip.Days - 1)
                .Select(day => context.CallActivityAsync<string>("Visit", trip with { Days = day })));
            return $"{word}: {string.Join(", ", rest.Prepend(first))}";
        }

        [Function("Visit")]
        public string Visit([ActivityTrigger] Trip trip)
        {
            told.Enqueue($"{trip.Town} {trip.Days}");
            return $"{trip.Town} {trip.Days}";
        }
    }
}
