using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Tells customers' endpoints; by one process at a time, since what happened is read in its order.</summary>
public sealed class EndpointActivities(PublishChanges publish, SendWebhooks send, SharedJobs jobs)
{
    /// <summary>What happened is made into messages to the endpoints that want to know, and what is due is sent.</summary>
    /// <returns>False when another process does it.</returns>
    [Function(DeliveryNames.TellEndpoints)]
    public Task<bool> TellAsync([ActivityTrigger] string orchestration, CancellationToken cancellationToken) => jobs.RunAsync(
        SendWebhooks.JobName,
        TimeSpan.Zero,
        async token =>
        {
            await publish.RunAsync(token);
            await send.RunAsync(token);
        },
        cancellationToken);
}
