using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>Starts what is due. It does nothing else, so that no timer is ever late for another.</summary>
public sealed class DeliverySchedule(ICampaignRuns runs, CampaignStarter starter, TimeProvider time)
{
    private const int MostAtOnce = 100;

    /// <summary>Every minute.</summary>
    [Function("StartDeliveries")]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var run in await runs.WithStatusAsync([RunStatus.Scheduled], now, MostAtOnce, cancellationToken)) await starter.StartAsync(client, run, cancellationToken);
        await starter.StartDueAsync(client, now, cancellationToken);
    }
}
