using Dapper;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

internal sealed class SqlRefusedEvents(SqlDatabase database) : IRefusedEvents
{
    private const string Select = "select id, source, event_key, payload, field, reason, received_at from refused_events";

    public Task<IReadOnlyList<RefusedEvent>> ListAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        QueryAsync($"{Select} where id > @afterId order by id limit @limit", new { afterId, limit }, cancellationToken);

    public Task<IReadOnlyList<RefusedEvent>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        QueryAsync($"{Select} where id in @ids order by id", new { ids }, cancellationToken);

    public Task RemoveAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync("delete from refused_events where id = @id", ids.Select(id => new { id })), cancellationToken);

    private async Task<IReadOnlyList<RefusedEvent>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, cancellationToken: token)),
            cancellationToken);
        return [.. rows.Select(row => new RefusedEvent(
            row.Id, EventSourceNames.Parse(row.Source), row.EventKey, row.Payload, row.Field, row.Reason, UnixMilliseconds.Read(row.ReceivedAt)))];
    }

    private sealed record Row(
        long Id, string Source, string EventKey, string Payload, string Field, string Reason, long ReceivedAt);
}
