using System.Globalization;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour.Recovery;

/// <summary>Drives gauntlets from outside. Every call may be made again.</summary>
public static class GauntletFunctions
{
    [Function("StartGauntlet")]
    public static async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gauntlets/{seed}")] HttpRequest request,
        string seed,
        [DurableClient] DurableTaskClient client)
    {
        var options = new StartOrchestrationOptions(IdOf(seed)).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed,
            OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Suspended);
        try
        {
            var leg = new Leg(int.Parse(seed, CultureInfo.InvariantCulture), 0, seed);
            await client.ScheduleNewOrchestrationInstanceAsync("Gauntlet", leg, options);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // a call before this one was answered by a crash
        }

        return Results.Accepted();
    }

    /// <summary>The status, and the result when there is one. On the way it says the word that is waited for.</summary>
    [Function("LookAtGauntlet")]
    public static async Task<IResult> Look(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gauntlets/{seed}")] HttpRequest request,
        string seed,
        [DurableClient] DurableTaskClient client)
    {
        if (await client.GetInstanceAsync(IdOf(seed), getInputsAndOutputs: true) is not { } instance) return Results.NotFound();
        if (instance.IsCompleted) return Results.Text($"{instance.RuntimeStatus} {instance.SerializedOutput} {instance.FailureDetails}");
        var generation = instance.ReadCustomStatusAs<string>() is "generation 1" ? 1 : 0;
        try
        {
            await client.RaiseEventAsync(IdOf(seed), $"word-{generation}", $"word {generation}");
        }
        catch (RpcException)
        {
            // it has ended meanwhile
        }

        return Results.Text($"{instance.RuntimeStatus}");
    }

    private static string IdOf(string seed) => $"gauntlet-{seed}";
}
