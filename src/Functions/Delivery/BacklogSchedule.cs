using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Counts orchestrations that are not over: only a function is given the client that can.</summary>
public sealed class BacklogSchedule(StandingRecords records, TimeProvider time)
{
    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>Every minute.</summary>
    [Function("CountOrchestrations")]
    public async Task RunAsync([TimerTrigger("35 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var (pending, running, stuck, now) = (0L, 0L, 0L, time.GetUtcNow());
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: Unfinished)).WithCancellation(cancellationToken))
        {
            if (instance.RuntimeStatus == OrchestrationRuntimeStatus.Pending) pending++;
            else running++;
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Suspended && now - instance.LastUpdatedAt >= StuckRuns.Patience) stuck++;
        }

        await records.WriteAsync(Backlog.Record, new Backlog(pending, running, stuck).ToString(), cancellationToken);
    }
}
