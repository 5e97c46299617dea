using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Finds runs that nobody carries any more, or that hang, and starts them again: what was done stays done.</summary>
public sealed class WatchSchedule(StuckRuns stuck, CampaignStarter starter)
{
    /// <summary>Every five minutes.</summary>
    [Function("WatchDeliveries")]
    public async Task RunAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        foreach (var run in await stuck.RunningAsync(cancellationToken))
        {
            var instance = await client.GetInstanceAsync(run.Key.InstanceId, cancellationToken);
            if (WhatIsWrong(run, instance) is not { } wrong) continue;
            if (instance?.IsRunning == true)
            {
                await client.TerminateInstanceAsync(instance.InstanceId, new TerminateInstanceOptions(Recursive: true), cancellationToken);
                await client.WaitForInstanceCompletionAsync(instance.InstanceId, cancellationToken);
            }

            if (instance is not null) await client.PurgeInstanceAsync(instance.InstanceId, new PurgeInstanceOptions(Recursive: true), cancellationToken);
            stuck.Report(run, wrong);
            await starter.StartAsync(client, run, cancellationToken);
        }
    }

    private string? WhatIsWrong(CampaignRun run, OrchestrationMetadata? instance) => instance switch
    {
        // Once the audience is complete, what is left is sent when it is due, by whoever looks.
        null => !run.IsSnapshotComplete && stuck.IsStuck(run, null) ? "has no orchestration" : null,
        { RuntimeStatus: OrchestrationRuntimeStatus.Failed } => "failed",
        { RuntimeStatus: OrchestrationRuntimeStatus.Terminated } => "was terminated",
        { IsCompleted: true } => run.IsSnapshotComplete ? null : "ended before it had its audience",
        _ => stuck.IsStuck(run, instance.LastUpdatedAt) ? "hangs" : null,
    };
}
