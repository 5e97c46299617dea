using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

/// <summary>Writes down a decision about a message: a reserved send keeps its lease, everything else gives it back.</summary>
internal static class DecisionSql
{
    public const string Update =
        "update deliveries set status = @status, reason = @reason, detail = @detail, channel = @channel, topic = @topic, due_at = @due, counted_at = @counted, "
        + "provider = case when @maybeWith is null then null else provider end, "
        + "lease_until = case when @status = 'sending' then lease_until else null end, updated_at = @now where id = @id";

    public static object Parameters(ReservedSend one, DateTimeOffset now)
    {
        var decision = one.Decision;
        var isSent = decision.Action == RoutingAction.Send;
        return new
        {
            id = one.Due.Id,
            status = decision.Action switch
            {
                RoutingAction.Send => MessageStatus.Sending,
                RoutingAction.HoldUntil => MessageStatus.Waiting,
                _ => MessageStatus.Suppressed,
            },
            reason = isSent ? null : decision.Reason.Name(),
            detail = Detail(decision),
            // A channel that a provider may have it by already is never lost.
            channel = isSent ? decision.Channel : one.Due.Channel,
            topic = one.Message.Topic,
            maybeWith = one.Due.MaybeWith,
            due = UnixMilliseconds.From(decision.Until ?? one.Due.Message.DueAt),
            counted = isSent && one.Message.CountsTowardCaps ? UnixMilliseconds.From(now) : (long?)null,
            now = UnixMilliseconds.From(now),
        };
    }

    private static string? Detail(RoutingDecision decision)
    {
        var text = decision switch
        {
            { Cap: { } cap } => $"{cap}: used by {string.Join(", ", decision.UsedBy)}",
            { SwitchedFrom: { } from, SwitchReason: { } why } => $"instead of {from}: {why.Name()}",
            { Action: RoutingAction.HoldUntil } => $"by the clock of {string.Join(", ", decision.Zone.Ids)}",
            _ => null,
        };
        return text is { Length: > 500 } ? text[..500] : text;
    }
}
