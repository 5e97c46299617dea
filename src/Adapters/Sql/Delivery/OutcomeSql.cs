using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

/// <summary>Writes down what became of a message, as long as whoever writes still holds it.</summary>
internal static class OutcomeSql
{
    public const string Update =
        "update deliveries set status = @status, reason = @reason, detail = coalesce(@detail, detail), channel = @channel, provider = coalesce(@provider, provider), "
        + "provider_id = coalesce(@providerId, provider_id), attempts = @attempts, due_at = coalesce(@due, due_at), "
        + "counted_at = case when @counts then counted_at else null end, lease_until = null, updated_at = @now, "
        + "sent_at = case when @status = 'sent' then @now else sent_at end "
        + "where id = @id and lease_until = @lease and status in ('waiting', 'sending')";

    public static object Parameters(MessageOutcome outcome) => new
    {
        id = outcome.Due.Id,
        status = outcome.Status,
        reason = outcome.Reason,
        detail = outcome.Detail,
        channel = outcome.Channel,
        provider = outcome.Provider,
        providerId = outcome.ProviderId is { Length: > 200 } id ? id[..200] : outcome.ProviderId,
        attempts = outcome.Attempts,
        due = UnixMilliseconds.From(outcome.DueAt),
        counts = outcome.Counts,
        lease = UnixMilliseconds.From(outcome.Due.LeaseUntil),
        now = UnixMilliseconds.From(outcome.At),
    };
}
