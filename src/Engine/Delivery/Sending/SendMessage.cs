using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Routing;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>Hands one message, for which a send is reserved, to a provider, and says what became of it.</summary>
public sealed class SendMessage(IMessageSender sender, LostAddresses lost, TimeProvider time)
{
    private static readonly TimeSpan QuickPause = TimeSpan.FromMilliseconds(250), LongestQuickPause = TimeSpan.FromSeconds(2);

    /// <param name="patience">Cancelled when the others of the batch have waited long enough: no further attempt is made then.</param>
    public async Task<MessageOutcome> RunAsync(RoutedMessage routed, CancellationToken patience, CancellationToken cancellationToken)
    {
        var decision = routed.Reserved.Decision;
        var rendered = Render(routed, decision.Channel!, decision.Address);
        if (rendered.Content is null) return Outcome(routed, MessageStatus.Failed, "template_fault", rendered.Fault);

        var (attempts, maybeWith) = (routed.Reserved.Due.Attempts, routed.Reserved.Due.MaybeWith);
        SentBy sent;
        TimeSpan took;
        do
        {
            var began = time.GetTimestamp();
            sent = await SendToAllAsync(routed, rendered.Content, maybeWith, cancellationToken);
            if (sent.Answer is ProviderAnswer.TryLater { MayHaveArrived: true }) maybeWith = sent.Provider;
            took = time.GetElapsedTime(began);
            if (sent.Answer is not ProviderAnswer.TryLater { WasAsked: false }) attempts++;
        }
        while (sent.Answer is ProviderAnswer.TryLater { WasAsked: true } later && took < LongestQuickPause && attempts - routed.Reserved.Due.Attempts < MessageRetries.AttemptsInARow
            && await PausedAsync(routed, attempts, later, patience));

        cancellationToken.ThrowIfCancellationRequested();
        return OutcomeOf(routed, sent, maybeWith, attempts);
    }

    /// <summary>The words for a message.</summary>
    public static Rendered Render(RoutedMessage routed, string channel, string? address)
    {
        ArgumentNullException.ThrowIfNull(routed);
        var message = routed.Reserved.Message;
        return routed.Template.Render(
            channel, new TemplateFacts(routed.Recipient.Recipient.PersonId, routed.Recipient.Attributes, routed.Data, message.Key, message.Topic, address) { IsCritical = message.IsCritical });
    }

    private static MessageOutcome Accepted(RoutedMessage routed, SentBy sent, ProviderAnswer.Accepted accepted, int attempts, DateTimeOffset now) =>
        new(routed.Reserved.Due, MessageStatus.Sent, null, now)
        {
            Channel = routed.Reserved.Decision.Channel,
            Provider = sent.Provider,
            ProviderId = accepted.ProviderMessageId,
            Attempts = attempts,
            Counts = routed.Reserved.Message.CountsTowardCaps,
        };

    /// <summary>A push message goes to each device; it is sent when one of them has it.</summary>
    private async Task<SentBy> SendToAllAsync(RoutedMessage routed, MessageContent content, string? maybeWith, CancellationToken cancellationToken)
    {
        var (decision, due) = (routed.Reserved.Decision, routed.Reserved.Due.Message);
        var addresses = decision.Addresses.Count > 0 ? decision.Addresses : [decision.Address ?? ""];
        SentBy? best = null;
        foreach (var address in addresses)
        {
            var sent = await sender.SendAsync(
                new OutgoingMessage(due.MessageId, due.PersonId, decision.Channel!, address, content, due.CreatedAt)
                {
                    Topic = routed.Reserved.Message.Topic,
                    Source = due.Source,
                    SourceId = due.SourceId,
                    IsCritical = routed.Reserved.Message.IsCritical,
                    ExpiresAt = due.ExpiresAt,
                    MaybeWith = maybeWith,
                    Platform = routed.Recipient.Recipient.PushTokens.FirstOrDefault(token => token.Token == address)?.Platform,
                },
                cancellationToken);
            if (sent.Answer is ProviderAnswer.AddressGone gone)
                await lost.ForgetAsync(decision.Channel!, address, due.PersonId, sent.Provider, gone, cancellationToken);
            if (best is null || Rank(sent.Answer) > Rank(best.Value.Answer)) best = sent;
        }

        return best!.Value;
    }

    private static int Rank(ProviderAnswer answer) => answer switch
    {
        ProviderAnswer.Accepted => 3,
        ProviderAnswer.TryLater => 2,
        ProviderAnswer.Refused => 1,
        _ => 0,
    };

    private async Task<bool> PausedAsync(RoutedMessage routed, int attempts, ProviderAnswer.TryLater later, CancellationToken patience)
    {
        if (later.After > LongestQuickPause || patience.IsCancellationRequested) return false;
        // Of each message another one, so that they do not come back all at once.
        var share = 0.5 + (Fnv1a.Hash($"{routed.Reserved.Message.Key}|{attempts}") / (double)uint.MaxValue);
        var pause = later.After is { } asked && asked > TimeSpan.Zero ? asked : QuickPause * attempts * share;
        try
        {
            await Task.Delay(pause, time, patience);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <param name="maybeWith">The provider that may have it although it did not say so; null for none.</param>
    private MessageOutcome OutcomeOf(RoutedMessage routed, SentBy sent, string? maybeWith, int attempts)
    {
        var now = time.GetUtcNow();
        switch (sent.Answer)
        {
            case ProviderAnswer.Accepted accepted:
                return Accepted(routed, sent, accepted, attempts, now);
            case ProviderAnswer.Refused refused:
                return Outcome(routed, MessageStatus.Failed, refused.Reason, refused.Detail) with { Provider = sent.Provider, Attempts = attempts };
            case ProviderAnswer.AddressGone gone:
                // Asked again at once, now that the address is known to be none: another channel may do.
                return Outcome(routed, MessageStatus.Waiting, gone.Reason, gone.Detail) with { Channel = null, Provider = sent.Provider, Attempts = attempts, DueAt = now };
            default:
                return Later(routed, sent, (ProviderAnswer.TryLater)sent.Answer, maybeWith, attempts, now);
        }
    }

    /// <summary>
    /// Who may have the message keeps the send that is reserved for it, and is asked again by the same channel. Who has it not
    /// frees both: by the time it is due again, another channel may be the better one.
    /// </summary>
    private MessageOutcome Later(RoutedMessage routed, SentBy sent, ProviderAnswer.TryLater later, string? maybeWith, int attempts, DateTimeOffset now)
    {
        var next = later.WasAsked
            ? MessageRetries.NextAt(routed.Reserved.Message.Key, attempts, later.After, now)
            : MessageRetries.AfterRest(routed.Reserved.Message.Key, later.After, now);
        if (next is not { } due)
            return Outcome(routed, MessageStatus.Failed, "gave_up", later.Reason) with { Provider = sent.Provider, Attempts = attempts };
        var outcome = Outcome(routed, MessageStatus.Waiting, later.Reason, null) with { Provider = maybeWith ?? sent.Provider, Attempts = attempts, DueAt = due };
        return maybeWith is null ? outcome with { Channel = null } : outcome with { Counts = routed.Reserved.Message.CountsTowardCaps };
    }

    private MessageOutcome Outcome(RoutedMessage routed, string status, string reason, string? detail) =>
        new(routed.Reserved.Due, status, reason, time.GetUtcNow())
        {
            Channel = routed.Reserved.Decision.Channel,
            Detail = detail is { Length: > 500 } ? detail[..500] : detail,
        };
}
