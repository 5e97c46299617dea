using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>The steps of a campaign's run; each can be done twice without harm.</summary>
public sealed class CampaignActivities(BeginRun begin, SnapshotAudience snapshot, DeliverMessages deliver)
{
    /// <returns>False when the run was stopped or is paused.</returns>
    [Function(DeliveryNames.BeginCampaign)]
    public Task<bool> BeginAsync([ActivityTrigger] CampaignRunKey run, CancellationToken cancellationToken) => begin.RunAsync(run, cancellationToken);

    [Function(DeliveryNames.SnapshotAudience)]
    public Task<AudienceProgress> SnapshotAsync([ActivityTrigger] CampaignRunKey run, CancellationToken cancellationToken) => snapshot.RunAsync(run, cancellationToken);

    [Function(DeliveryNames.DeliverChunk)]
    public Task<DeliveryTally> DeliverAsync([ActivityTrigger] ChunkKey chunk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        return deliver.ChunkAsync(chunk.Run.CampaignId, chunk.Run.Occurrence, chunk.Chunk, cancellationToken);
    }
}
