using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Keeps refused events; one that is sent again replaces what was kept of it.</summary>
internal static class RefusedEventWriter
{
    private static readonly string[] Keys = ["source", "event_key"];
    private static readonly string[] Columns = [.. Keys, "payload", "field", "reason", "received_at"];

    public static Task WriteAsync(SqlTransaction transaction, IReadOnlyList<RefusedEvent> refused) => transaction.ExecuteAsync(
        transaction.Dialect.Upsert("refused_events", Keys, Columns),
        refused.Select(one => new
        {
            source = one.Source.Name(),
            event_key = one.Key,
            payload = one.Payload,
            field = one.Field,
            reason = one.Reason,
            received_at = UnixMilliseconds.From(one.ReceivedAt),
        }));
}
