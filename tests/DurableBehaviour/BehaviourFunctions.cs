using DurableBehaviour.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace DurableBehaviour;

/// <summary>Tries one behaviour of the durable backend that this app runs on, and tells how it went.</summary>
public static class BehaviourFunctions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(200);

    [Function("ListBehaviours")]
    public static IResult List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "behaviour")] HttpRequest request) =>
        Results.Json(AllCases.ByName.Keys.Order(StringComparer.Ordinal));

    [Function("TryBehaviour")]
    public static async Task<IResult> Try(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "behaviour/{name}")] HttpRequest request,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken stop)
    {
        if (!AllCases.ByName.TryGetValue(name, out var behaviour)) return Results.NotFound();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await behaviour(new Trial(client, patience.Token));
            return Results.Json(new Verdict(name, Passed: true, Reason: null));
        }
        catch (Exception failure)
        {
            return Results.Json(new Verdict(name, Passed: false, failure.ToString()));
        }
    }
}
