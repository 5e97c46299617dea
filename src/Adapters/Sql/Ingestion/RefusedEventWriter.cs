using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Keeps refused events, but for those that name somebody erased; one that is sent again replaces what was kept of it.</summary>
internal static class RefusedEventWriter
{
    private static readonly string[] Keys = ["source", "event_key"];
    private static readonly string[] Columns = [.. Keys, "payload", "field", "reason", "received_at"];

    public static async Task WriteAsync(SqlTransaction transaction, IReadOnlyList<RefusedEvent> refused, Tombstones tombstones)
    {
        var naming = await tombstones.NamingAsync(transaction, [.. refused.Select(one => (string[])[one.Payload, one.Key])]);
        await transaction.ExecuteAsync(
            transaction.Dialect.Upsert("refused_events", Keys, Columns),
            refused.Where((_, place) => !naming.Contains(place)).Select(one => new
            {
                source = one.Source.Name(),
                event_key = one.Key,
                payload = one.Payload,
                field = one.Field,
                reason = one.Reason,
                received_at = UnixMilliseconds.From(one.ReceivedAt),
            }));
    }
}
