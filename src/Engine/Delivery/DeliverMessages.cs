using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Routing;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Delivery;

/// <summary>
/// Sends messages whose hour has come: takes them, decides and reserves, hands them over, and writes down what became of them.
/// Whoever dies in between leaves messages that are taken again when the lease has run out, and that carry the same id to the
/// same channel, so that a provider can tell that it has them already.
/// </summary>
public sealed class DeliverMessages(
    IDeliveries deliveries, RouteMessages route, SendMessage send, FillInboxes inboxes, FailureNews failures, ICampaignRuns runs, DeliveryOptions options,
    TimeProvider time)
{
    public const int BatchSize = 100;

    /// <summary>Its campaign was paused or stopped after it had been taken.</summary>
    private const string RunHeld = "run_held";

    /// <summary>Longer than a batch takes whose provider is slow with every message.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>The next messages that are due, of anybody.</summary>
    public Task<DeliveryTally> DueAsync(CancellationToken cancellationToken) =>
        RunAsync(new DueQuestion(time.GetUtcNow(), BatchSize, Lease), cancellationToken);

    /// <summary>A part of a campaign's audience, all of it that is due.</summary>
    public async Task<DeliveryTally> ChunkAsync(long campaignId, long occurrence, int chunk, CancellationToken cancellationToken)
    {
        var all = DeliveryTally.Nothing;
        DeliveryTally last;
        do
        {
            last = await RunAsync(new DueQuestion(time.GetUtcNow(), BatchSize, Lease) { Of = (campaignId, occurrence, chunk) }, cancellationToken);
            all = all.Plus(last);
        }
        while (last.Taken > 0);
        return all;
    }

    private async Task<DeliveryTally> RunAsync(DueQuestion question, CancellationToken cancellationToken)
    {
        var due = await deliveries.TakeAsync(question, cancellationToken);
        if (due.Count == 0) return DeliveryTally.Nothing;
        var routed = await route.RunAsync(due, cancellationToken);
        var outcomes = await SendAsync([.. routed.Decided.Where(one => one.Reserved.Decision.Action == RoutingAction.Send)], cancellationToken);
        outcomes.AddRange(routed.Refused);
        await failures.TellAsync(outcomes, cancellationToken);
        await deliveries.RecordAsync(outcomes, cancellationToken);
        foreach (var run in outcomes.Where(outcome => outcome.Reason == RunHeld).Select(outcome => RunOf(outcome.Due.Message)).Distinct().ToList())
            if (await runs.FindAsync(run, cancellationToken) is { Status: RunStatus.Cancelled }) await runs.CancelMessagesAsync(run, time.GetUtcNow(), cancellationToken);
        outcomes.AddRange(routed.Decided.Where(one => one.Reserved.Decision.Action != RoutingAction.Send).Select(Decided));
        DeliveryFigures.Note(outcomes);
        return DeliveryTally.Of(outcomes);
    }

    private async Task<List<MessageOutcome>> SendAsync(IReadOnlyList<RoutedMessage> messages, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var waiting = time.CreateTimer(_ => patience.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        var outcomes = new List<MessageOutcome>(messages.Count);
        outcomes.AddRange(await PutInInboxesAsync([.. messages.Where(one => one.Reserved.Decision.Channel == Channels.Website)], cancellationToken));

        var gate = new Lock();
        var held = new HeldRuns(runs, time);
        await Parallel.ForEachAsync(
            messages.Where(one => one.Reserved.Decision.Channel != Channels.Website),
            new ParallelOptions { MaxDegreeOfParallelism = options.ParallelSends, CancellationToken = cancellationToken },
            async (one, token) =>
            {
                var outcome = patience.IsCancellationRequested ? WaitingOutcome(one, "provider_slow")
                    : await IsHeldAsync(held, one, token) ? WaitingOutcome(one, RunHeld)
                    : await send.RunAsync(one, patience.Token, token);
                lock (gate) outcomes.Add(outcome);
            });
        return outcomes;
    }

    private static async Task<bool> IsHeldAsync(HeldRuns held, RoutedMessage one, CancellationToken cancellationToken) =>
        one.Reserved.Due.Message is { Source: DeliverySources.Campaign } message &&
        await held.HasAsync(RunOf(message), cancellationToken);

    private static CampaignRunKey RunOf(PlannedMessage message) => new(message.SourceId, message.Occurrence);

    private async Task<IEnumerable<MessageOutcome>> PutInInboxesAsync(IReadOnlyList<RoutedMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0) return [];
        var now = time.GetUtcNow();
        var rendered = messages.Select(one => (One: one, Words: SendMessage.Render(one, Channels.Website, null))).ToList();
        await inboxes.AddAsync(
            [
                .. rendered.Where(one => one.Words.Content is not null).Select(one => new InboxMessage(
                    one.One.Reserved.Message.Key, one.One.Recipient.Recipient.PersonId, one.One.Reserved.Message.Topic, one.Words.Content!,
                    one.One.Reserved.Message.Priority, now, one.One.Reserved.Message.ExpiresAt)),
            ],
            cancellationToken);
        return rendered.Select(one => one.Words.Content is null
            ? new MessageOutcome(one.One.Reserved.Due, MessageStatus.Failed, "template_fault", now) { Channel = Channels.Website, Detail = one.Words.Fault }
            : new MessageOutcome(one.One.Reserved.Due, MessageStatus.Sent, null, now)
            {
                Channel = Channels.Website,
                Provider = "inbox",
                Attempts = one.One.Reserved.Due.Attempts + 1,
                Counts = one.One.Reserved.Message.CountsTowardCaps,
            });
    }

    /// <summary>It was never handed over, so that its send is free again.</summary>
    private MessageOutcome WaitingOutcome(RoutedMessage routed, string reason)
    {
        var now = time.GetUtcNow();
        return new MessageOutcome(routed.Reserved.Due, MessageStatus.Waiting, reason, now)
        {
            Channel = routed.Reserved.Due.Channel,
            DueAt = now,
            Counts = routed.Reserved.Due.Channel is not null && routed.Reserved.Message.CountsTowardCaps,
        };
    }

    /// <summary>What the store knows already, for the count.</summary>
    private MessageOutcome Decided(RoutedMessage routed)
    {
        var (decision, due) = (routed.Reserved.Decision, routed.Reserved.Due);
        return decision is { Action: RoutingAction.HoldUntil, Until: { } until }
            ? new MessageOutcome(due, MessageStatus.Waiting, decision.Reason.Name(), time.GetUtcNow()) { Channel = decision.Channel, DueAt = until }
            : new MessageOutcome(due, MessageStatus.Suppressed, decision.Reason.Name(), time.GetUtcNow());
    }
}
