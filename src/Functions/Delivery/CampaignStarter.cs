using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Starts orchestrations under ids that follow from what they do, so that starting twice is one run.</summary>
public sealed class CampaignStarter(DeliveryOptions options)
{
    private static readonly OrchestrationRuntimeStatus[] Any =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <returns>False when it was started before.</returns>
    public Task<bool> StartAsync(DurableTaskClient client, CampaignRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return StartOnceAsync(client, DeliveryNames.RunCampaign, new CampaignStart(run.Key, options.ParallelChunks), run.Key.InstanceId, cancellationToken);
    }

    /// <summary>Sends what is due, once for each minute.</summary>
    /// <returns>As with a campaign.</returns>
    public Task<bool> StartDueAsync(DurableTaskClient client, DateTimeOffset now, CancellationToken cancellationToken) =>
        StartOnceAsync(client, DeliveryNames.DeliverDue, options.ParallelChunks, $"deliver-due-{now.UtcDateTime:yyyyMMdd'T'HHmm}", cancellationToken);

    private static async Task<bool> StartOnceAsync(DurableTaskClient client, string name, object input, string id, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id).WithDedupeStatuses(Any), cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}
