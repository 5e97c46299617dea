using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Requests;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

internal sealed class SqlMessageRequests(SqlDatabase database, Tombstones tombstones) : IMessageRequests
{
    public Task<int> TakeAsync(int limit, Func<StoredRequest, PlannedMessage?> plan, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var rows = await transaction.QueryAsync<Row>(
                $"select id, rule_id, person_id, channel, template, requested_at from outbox where taken_at is null order by id limit @limit {transaction.Dialect.ForUpdate}", new { limit });
            if (rows.Count == 0) return 0;
            var erased = await tombstones.ErasedAmongAsync(transaction, rows.Select(row => row.PersonId));
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("deliveries", DeliveryRow.Planned),
                rows.Where(row => !erased.Contains(row.PersonId)).Select(row => plan(row.ToRequest())).OfType<PlannedMessage>().Select(DeliveryRow.Parameters));
            await transaction.ExecuteAsync("update outbox set taken_at = @now where id in @ids", new { now = UnixMilliseconds.From(now), ids = rows.Select(row => row.Id) });
            return rows.Count;
        },
        cancellationToken);

    private sealed record Row
    {
        public long Id { get; init; }
        public long RuleId { get; init; }
        public required string PersonId { get; init; }
        public required string Channel { get; init; }
        public required string Template { get; init; }
        public long RequestedAt { get; init; }

        public StoredRequest ToRequest() => new(Id, RuleId, PersonId, Channel, Template, UnixMilliseconds.Read(RequestedAt));
    }
}
