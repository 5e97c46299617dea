using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Requests;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>The steps of sending what is due; each can be done twice, and by several at once, without harm.</summary>
public sealed class DeliveryActivities(TakeMessageRequests requests, DeliverMessages deliver, ICampaignRuns runs, TimeProvider time)
{
    /// <returns>How many requests became messages.</returns>
    [Function(DeliveryNames.TakeMessageRequests)]
    public Task<int> TakeAsync([ActivityTrigger] string orchestration, CancellationToken cancellationToken) => requests.RunAsync(cancellationToken);

    [Function(DeliveryNames.DeliverDueMessages)]
    public Task<DeliveryTally> DeliverAsync([ActivityTrigger] int worker, CancellationToken cancellationToken) => deliver.DueAsync(cancellationToken);

    /// <returns>How many campaigns are done with.</returns>
    [Function(DeliveryNames.SettleDeliveries)]
    public Task<int> SettleAsync([ActivityTrigger] string orchestration, CancellationToken cancellationToken) => runs.CompleteAsync(time.GetUtcNow(), cancellationToken);
}
