using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Lets go of the histories of orchestrations that are over.</summary>
public sealed class HistorySchedule(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly OrchestrationRuntimeStatus[] Over =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Every hour; one was begun a week ago at least when it goes.</summary>
    [Function("PurgeOrchestrations")]
    public Task RunAsync([TimerTrigger("0 20 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.PurgeAllInstancesAsync(new PurgeInstancesFilter(null, time.GetUtcNow() - Kept, Over), cancellationToken);
    }
}
