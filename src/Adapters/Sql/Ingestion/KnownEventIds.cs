using PersonalizationEngine.Engine.Ingestion;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>The ids of events that count once.</summary>
internal static class KnownEventIds
{
    private static readonly string[] Columns = ["source", "event_id", "received_at"];

    public static async Task<IReadOnlySet<string>> ReadAsync(SqlTransaction transaction, EventSource source, IReadOnlyCollection<string> ids)
    {
        // The name of a source is a constant of ours; as text it keeps the list the only parameter.
        var known = await transaction.QueryListAsync<string>(
            $"select event_id from inbox where source = '{source.Name()}' and event_id in @list", ids);
        return known.ToHashSet(StringComparer.Ordinal);
    }

    public static Task WriteAsync(SqlTransaction transaction, EventSource source, IEnumerable<string> ids, DateTimeOffset now) =>
        transaction.ExecuteAsync(
            transaction.Dialect.InsertIfAbsent("inbox", Columns),
            ids.Select(id => new { source = source.Name(), event_id = id, received_at = UnixMilliseconds.From(now) }));
}
