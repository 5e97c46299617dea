using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Endpoints;

internal sealed class SqlEndpointMessages(SqlDatabase database, Tombstones tombstones) : IEndpointMessages
{
    private const string Free = "m.status = 'waiting' and m.due_at <= @now and (m.lease_until is null or m.lease_until <= @now)";

    private const string DueEndpoints =
        $"select e.id from webhook_endpoints e where e.enabled = 1 and exists (select 1 from webhook_messages m where m.endpoint_id = e.id and {Free}) order by e.id";

    private const string Next = $"select {MessageRow.Taken} from webhook_messages m where m.endpoint_id = @endpointId and {Free} order by m.due_at, m.id limit @limit";

    private static readonly string[] Columns =
        ["endpoint_id", "event_id", "event_type", "message_id", "person_id", "payload", "status", "attempts", "due_at", "reason", "created_at", "updated_at"];

    private static readonly SqlInsert InsertAttempt = new(
        "webhook_attempts", ["webhook_message_id", "endpoint_id", "attempted_at", "http_status", "reason", "took_ms"]);

    public Task AddAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var erased = await tombstones.ErasedAmongAsync(transaction, messages.Select(message => message.PersonId).OfType<string>());
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("webhook_messages", Columns),
                messages.Where(message => message.PersonId is null || !erased.Contains(message.PersonId)).Select(message => new
                {
                    endpoint_id = message.EndpointId,
                    event_id = message.EventId,
                    event_type = message.EventType,
                    message_id = message.MessageId,
                    person_id = message.PersonId,
                    payload = message.Payload,
                    status = message.Reason is null ? "waiting" : "dead",
                    attempts = 0,
                    due_at = message.Reason is null ? UnixMilliseconds.From(message.At) : (long?)null,
                    reason = message.Reason,
                    created_at = UnixMilliseconds.From(message.At),
                    updated_at = UnixMilliseconds.From(message.At),
                }));
        },
        cancellationToken);

    public Task<IReadOnlyList<long>> DueEndpointsAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<long>>(
        async (connection, token) =>
            [.. await connection.QueryAsync<long>(new CommandDefinition(DueEndpoints, new { now = UnixMilliseconds.From(now) }, cancellationToken: token))],
        cancellationToken);

    public Task<IReadOnlyList<EndpointMessage>> TakeAsync(
        long endpointId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<EndpointMessage>>(
            async transaction =>
            {
                var rows = await transaction.QueryAsync<MessageRow>(
                    Next + transaction.Dialect.ForUpdate, new { endpointId, now = UnixMilliseconds.From(now), limit });
                if (rows.Count > 0)
                {
                    await transaction.ExecuteAsync(
                        "update webhook_messages set lease_until = @until where id in @ids",
                        new { until = UnixMilliseconds.From(leaseUntil), ids = rows.Select(row => row.Id).ToList() });
                }

                return [.. rows.Select(row => row.ToMessage())];
            },
            cancellationToken);

    public Task SettleAsync(long endpointId, IReadOnlyList<SettledMessage> settled, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var one in settled)
            {
                // Who disabled the endpoint or erased the person meanwhile has the last word, unless the message got through.
                await transaction.ExecuteAsync(
                    "update webhook_messages set status = @status, attempts = @attempts, due_at = @due, lease_until = null, reason = @reason, "
                    + "http_status = @http, updated_at = @at where id = @id and (status = 'waiting' or @status = 'delivered')",
                    new
                    {
                        id = one.Message.Id,
                        status = MessageRow.Word(one.Status),
                        attempts = one.Attempts,
                        due = UnixMilliseconds.From(one.DueAt),
                        reason = one.Attempt.Reason,
                        http = one.Attempt.HttpStatus,
                        at = UnixMilliseconds.From(one.Attempt.At),
                    });
            }

            await transaction.ExecuteAsync(InsertAttempt, settled.Select(one => new
            {
                webhook_message_id = one.Message.Id,
                endpoint_id = endpointId,
                attempted_at = UnixMilliseconds.From(one.Attempt.At),
                http_status = one.Attempt.HttpStatus,
                reason = one.Attempt.Reason,
                took_ms = (int)one.Attempt.Took.TotalMilliseconds,
            }));
            await NoteHealthAsync(transaction, endpointId, settled);
        },
        cancellationToken);

    public Task<IReadOnlyList<KeptMessage>> ListAsync(
        long? endpointId, EndpointMessageStatus? status, long before, int limit, CancellationToken cancellationToken)
    {
        var sql = $"select {MessageRow.Shown} from webhook_messages where id < @before"
            + (endpointId is null ? "" : " and endpoint_id = @endpointId") + (status is null ? "" : " and status = @status") + " order by id desc limit @limit";
        var asked = new { before, limit, endpointId, status = status is { } known ? MessageRow.Word(known) : null };
        return database.ReadAsync<IReadOnlyList<KeptMessage>>(
            async (connection, token) =>
                [.. (await connection.QueryAsync<MessageRow>(new CommandDefinition(sql, asked, cancellationToken: token))).Select(row => row.ToKept())],
            cancellationToken);
    }

    public Task<int> ReplayAsync(ReplayChoice choice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sql = "update webhook_messages set status = 'waiting', attempts = 0, due_at = @at, lease_until = null, updated_at = @at where "
            + (choice.OnlyDead ? "status = 'dead'" : "status in ('dead', 'delivered')")
            + (choice.EndpointId is null ? "" : " and endpoint_id = @EndpointId") + (choice.Id is null ? "" : " and id = @Id")
            + (choice.Since is null ? "" : " and created_at >= @since");
        return database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                sql, new { choice.EndpointId, choice.Id, since = UnixMilliseconds.From(choice.Since), at = UnixMilliseconds.From(now) }),
            cancellationToken);
    }

    private static async Task NoteHealthAsync(SqlTransaction transaction, long endpointId, IReadOnlyList<SettledMessage> settled)
    {
        var delivered = settled.Where(one => one.Attempt.IsDelivered).Select(one => (DateTimeOffset?)one.Attempt.At).Max();
        if (delivered is { } at)
        {
            await transaction.ExecuteAsync(
                "update webhook_endpoints set failing_since = null, delivered_at = @at where id = @endpointId", new { endpointId, at = UnixMilliseconds.From(at) });
            return;
        }

        if (settled.Count == 0) return;
        await transaction.ExecuteAsync(
            "update webhook_endpoints set failing_since = @at where id = @endpointId and failing_since is null",
            new { endpointId, at = UnixMilliseconds.From(settled.Min(one => one.Attempt.At)) });
    }
}
