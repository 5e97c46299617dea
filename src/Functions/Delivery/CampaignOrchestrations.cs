using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>
/// One run of a campaign: its audience is taken down, then gone through part by part. An activity sends to a hundred people, each
/// with a row of their own that says what became of it: an activity for each person would cost three entries of history each and
/// gain nothing, for what a crash leaves undone is found by the rows.
/// </summary>
public sealed class CampaignOrchestrations
{
    /// <summary>Parts in one sub-orchestration, so that no history grows long.</summary>
    private const int ChunksTogether = 50;

    /// <summary>Ends when everybody was asked about once; messages that wait for their hour are sent when it comes.</summary>
    [Function(DeliveryNames.RunCampaign)]
    public static async Task<CampaignProgress> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var start = context.GetInput<CampaignStart>()!;
        var progress = new CampaignProgress("audience", 0, 0, 0, 0, 0, 0, 0);
        if (!await context.CallActivityAsync<bool>(DeliveryNames.BeginCampaign, start.Run, DeliveryNames.Patiently)) return progress;

        AudienceProgress audience;
        do
        {
            audience = await context.CallActivityAsync<AudienceProgress>(DeliveryNames.SnapshotAudience, start.Run, DeliveryNames.Patiently);
            progress = progress with { People = audience.People, Chunks = audience.Chunks };
            context.SetCustomStatus(progress);
        }
        while (audience is { IsComplete: false, IsOpen: true });
        if (!audience.IsOpen) return progress;

        progress = progress with { Phase = "sending" };
        for (var first = 0; first < audience.Chunks; first += ChunksTogether)
        {
            var range = new ChunkRange(start.Run, first, Math.Min(first + ChunksTogether, audience.Chunks), start.Parallel);
            var id = string.Create(CultureInfo.InvariantCulture, $"{context.InstanceId}-{first}");
            var tally = await context.CallSubOrchestratorAsync<DeliveryTally>(DeliveryNames.SendChunks, range, new TaskOptions().WithInstanceId(id));
            progress = progress with
            {
                ChunksDone = range.End,
                Sent = progress.Sent + tally.Sent,
                Waiting = progress.Waiting + tally.Waiting,
                Suppressed = progress.Suppressed + tally.Suppressed,
                Failed = progress.Failed + tally.Failed,
            };
            context.SetCustomStatus(progress);
        }

        await context.CallActivityAsync<int>(DeliveryNames.SettleDeliveries, start.Run.InstanceId, DeliveryNames.Patiently);
        return progress with { Phase = "sent" };
    }

    /// <summary>Some parts of an audience, a few at a time: the next begins when any of them ends.</summary>
    [Function(DeliveryNames.SendChunks)]
    public static async Task<DeliveryTally> SendChunksAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var range = context.GetInput<ChunkRange>()!;
        var (next, all) = (range.First, DeliveryTally.Nothing);
        var underWay = new List<Task<DeliveryTally>>();
        while (next < range.End || underWay.Count > 0)
        {
            while (next < range.End && underWay.Count < range.Parallel)
                underWay.Add(context.CallActivityAsync<DeliveryTally>(DeliveryNames.DeliverChunk, new ChunkKey(range.Run, next++), DeliveryNames.Patiently));
            var done = await Task.WhenAny(underWay);
            underWay.Remove(done);
            all = all.Plus(await done);
        }

        return all;
    }
}
