using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Orchestrations;

public static class Clocks
{
    [Function(nameof(Waits))]
    public static async Task<double> Waits([OrchestrationTrigger] TaskOrchestrationContext context, int seconds)
    {
        var begin = context.CurrentUtcDateTime;
        await context.CreateTimer(begin.AddSeconds(seconds), CancellationToken.None);
        return (context.CurrentUtcDateTime - begin).TotalSeconds;
    }

    [Function(nameof(Cancels))]
    public static async Task<string> Cancels([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var end = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromDays(1), end.Token);
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
#pragma warning disable CA1849 // an orchestrator stays on its thread
        end.Cancel();
#pragma warning restore CA1849
        try
        {
            await timer;
            return "fired";
        }
        catch (OperationCanceledException)
        {
            return "canceled";
        }
    }

    [Function(nameof(Races))]
    public static async Task<string> Races([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var end = new CancellationTokenSource();
        var slow = context.CreateTimer(TimeSpan.FromSeconds(60), end.Token);
        var quick = context.CreateTimer(TimeSpan.FromSeconds(1), end.Token);
        var first = await Task.WhenAny(slow, quick);
#pragma warning disable CA1849 // an orchestrator stays on its thread
        end.Cancel();
#pragma warning restore CA1849
        return first == quick ? "short" : "long";
    }

    [Function(nameof(TellsStart))]
    public static Task<DateTime> TellsStart([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult(context.CurrentUtcDateTime);
}
