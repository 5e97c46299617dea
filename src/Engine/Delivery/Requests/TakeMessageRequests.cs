using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Requests;

/// <summary>Makes messages of what rules and score crossings asked for.</summary>
public sealed class TakeMessageRequests(IMessageRequests requests, DeliveryOptions options, TimeProvider time)
{
    private const int BatchSize = 500, Batches = 20;

    /// <returns>How many requests were taken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            var taken = await requests.TakeAsync(BatchSize, Plan, time.GetUtcNow(), cancellationToken);
            all += taken;
            if (taken < BatchSize) break;
        }

        return all;
    }

    /// <summary>What goes to a system of the business, rather than to the person, is told to it as an event.</summary>
    private PlannedMessage? Plan(StoredRequest request)
    {
        if (!Channels.All.Contains(request.Channel)) return null;
        var source = request.RuleId == 0 ? DeliverySources.Crossing : DeliverySources.Rule;
        return new PlannedMessage(
            MessageIds.Of(source, request.RuleId, request.Id, request.PersonId), source, request.RuleId, request.Id, 0, request.PersonId, request.Template, request.RequestedAt)
        {
            AskedChannel = request.Channel,
            ExpiresAt = request.RequestedAt + options.TimeToLive,
        };
    }
}
