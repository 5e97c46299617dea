using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace PersonalizationEngine.Durable;

/// <summary>Orchestrations of nothing but calls: what is measured is the host.</summary>
public static class Loads
{
    private const int ChunkSize = 100, ChunksAtOnce = 20;

    [Function("Measure")]
    public static async Task<IResult> Measure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "load/{name}/{count}")] HttpRequest request,
        string name,
        string count,
        [DurableClient] DurableTaskClient client)
    {
        var number = int.Parse(count, CultureInfo.InvariantCulture);
        if (name == "Singles") return Results.Text($"{await SinglesAsync(client, number)}");
        var id = await client.ScheduleNewOrchestrationInstanceAsync(name, (object)number, CancellationToken.None);
        var end = await client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        return Results.Text($"{end.ReadOutputAs<int>()}");
    }

    /// <summary>All at once, from one orchestration.</summary>
    [Function("FanOut")]
    public static async Task<int> FanOut([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, count)
            .Select(i => context.CallActivityAsync<int>("Work", new Item($"person-{i}", "welcome", i))));
        return results.Length;
    }

    /// <summary>In sub-orchestrations of a hundred, a few of them at a time.</summary>
    [Function("Chunks")]
    public static async Task<int> Chunks([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var (done, next) = (0, 0);
        var running = new List<Task<int>>();
        while (next < count || running.Count > 0)
        {
            for (; next < count && running.Count < ChunksAtOnce; next += ChunkSize)
            {
                running.Add(context.CallSubOrchestratorAsync<int>("FanOut", Math.Min(ChunkSize, count - next)));
            }

            var first = await Task.WhenAny(running);
            running.Remove(first);
            done += await first;
        }

        return done;
    }

    /// <summary>One after another.</summary>
    [Function("Chain")]
    public static async Task<int> Chain([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var done = 0;
        for (; done < count; done++) await context.CallActivityAsync<int>("Work", new Item($"person-{done}", "welcome", done));
        return done;
    }

    [Function("Single")]
    public static Task<int> Single([OrchestrationTrigger] TaskOrchestrationContext context, int number) =>
        context.CallActivityAsync<int>("Work", new Item($"person-{number}", "welcome", number));

    [Function("Work")]
    public static int Work([ActivityTrigger] Item item) => item.Number;

    private static async Task<int> SinglesAsync(DurableTaskClient client, int count)
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, count)
            .Select(i => client.ScheduleNewOrchestrationInstanceAsync("Single", (object)i, CancellationToken.None)));
        foreach (var id in ids) await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        return count;
    }
}
