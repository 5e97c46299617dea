using PersonalizationEngine.Feed.Sending.Answers;
using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Sending;

/// <summary>
/// Sends groups with a few in flight. They are acknowledged strictly in order, so that whatever was acknowledged last,
/// everything before it has arrived; the batches of one group go one after the other.
/// </summary>
/// <param name="inFlight">Groups under way at a time, 1 or more.</param>
internal sealed class GroupSender(WebhookClient client, TimeProvider time, int inFlight = 2)
{
    /// <param name="acknowledged">Called in order for each group the engine has answered for.</param>
    public async Task<SendingReport> SendAsync(
        IEnumerable<EventGroup> groups, Action<EventGroup, SendingTally> acknowledged, CancellationToken cancellation)
    {
        var (tally, start) = (new SendingTally(), time.GetTimestamp());
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var underWay = new Queue<(EventGroup Group, Task<List<Delivery>> Deliveries)>();
        foreach (var group in groups)
        {
            underWay.Enqueue((group, SendAsync(group, giveUp.Token)));
            if (underWay.Count < inFlight) continue;
            if (await OldestAsync() is { } failure) return await EndAsync(failure);
        }

        while (underWay.Count > 0)
        {
            if (await OldestAsync() is { } failure) return await EndAsync(failure);
        }

        return new SendingReport(tally, time.GetElapsedTime(start), null);

        async Task<string?> OldestAsync()
        {
            var (group, deliveries) = underWay.Dequeue();
            foreach (var delivery in await deliveries)
            {
                if (delivery is Delivery.Failed failed) return failed.Reason;
                tally.Add(((Delivery.Answered)delivery).Answer);
            }

            acknowledged(group, tally);
            return null;
        }

        async Task<SendingReport> EndAsync(string failure)
        {
            await giveUp.CancelAsync();
            Task others = Task.WhenAll(underWay.Select(pair => pair.Deliveries));
            await others.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new SendingReport(tally, time.GetElapsedTime(start), failure);
        }
    }

    private async Task<List<Delivery>> SendAsync(EventGroup group, CancellationToken cancellation)
    {
        var deliveries = new List<Delivery>();
        foreach (var batch in group.Batches)
        {
            deliveries.Add(await client.SendAsync(batch, cancellation));
            if (deliveries[^1] is Delivery.Failed) break;
        }

        return deliveries;
    }
}
