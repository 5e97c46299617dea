using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using PersonalizationEngine.Engine.Delivery;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Functions.Delivery;

/// <summary>
/// What is due of everything that waits: messages of rules, those that were held, those that a provider did not take, and those
/// of senders who died. Goes on while there is any, and comes back within its minute for what falls due in it.
/// </summary>
public sealed class DeliverDueOrchestration
{
    /// <summary>Rounds before the next minute's orchestration takes over, so that no history grows long.</summary>
    private const int MaxRounds = 200;

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(55), ShortestPause = TimeSpan.FromSeconds(1);

    [Function(DeliveryNames.DeliverDue)]
    public static async Task<DeliveryTally> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var parallel = context.GetInput<int>();
        var (end, all) = (context.CurrentUtcDateTime + Minute, DeliveryTally.Nothing);
        await context.CallActivityAsync<int>(DeliveryNames.TakeMessageRequests, context.InstanceId, DeliveryNames.Patiently);
        var told = context.CallActivityAsync<bool>(DeliveryNames.TellEndpoints, context.InstanceId, DeliveryNames.Patiently);
        var isMuch = false;
        for (var round = 0; round < MaxRounds; round++)
        {
            // One looks first, for most often there is nothing.
            var sent = await Task.WhenAll(Enumerable.Range(0, isMuch ? parallel : 1).Select(
                worker => context.CallActivityAsync<DeliveryTally>(DeliveryNames.DeliverDueMessages, worker, DeliveryNames.Patiently)));
            var tally = sent.Aggregate(DeliveryTally.Nothing, (sum, one) => sum.Plus(one));
            all = all.Plus(tally);
            isMuch = tally.Taken >= DeliverMessages.BatchSize;
            if (tally.Taken > 0) continue;
            if (all.NextDueAt is not { } next || next.UtcDateTime >= end) break;
            var now = context.CurrentUtcDateTime;
            await context.CreateTimer(next.UtcDateTime > now + ShortestPause ? next.UtcDateTime : now + ShortestPause, CancellationToken.None);
            all = all with { NextDueAt = null };
        }

        await told;
        await context.CallActivityAsync<int>(DeliveryNames.SettleDeliveries, context.InstanceId, DeliveryNames.Patiently);
        return all;
    }
}
