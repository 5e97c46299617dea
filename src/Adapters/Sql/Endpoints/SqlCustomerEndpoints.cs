using Dapper;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Endpoints;

internal sealed class SqlCustomerEndpoints(SqlDatabase database) : ICustomerEndpoints
{
    private const string One = $"select {EndpointRow.Columns} from webhook_endpoints where id = @id";

    private static readonly SqlInsert Insert = new(
        "webhook_endpoints", ["url", "event_types", "description", "enabled", "secret", "created_at", "updated_at"]);

    public Task<IReadOnlyList<CustomerEndpoint>> ListAsync(long afterId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CustomerEndpoint>>(
            async (connection, token) =>
            [
                .. (await connection.QueryAsync<EndpointRow>(new CommandDefinition(
                    $"select {EndpointRow.Columns} from webhook_endpoints where id > @afterId order by id limit @limit", new { afterId, limit },
                    cancellationToken: token))).Select(row => row.ToEndpoint()),
            ],
            cancellationToken);

    public Task<CustomerEndpoint?> FindAsync(long id, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
            (await connection.QueryFirstOrDefaultAsync<EndpointRow>(new CommandDefinition(One, new { id }, cancellationToken: token)))?.ToEndpoint(),
        cancellationToken);

    public Task<CustomerEndpoint> AddAsync(EndpointDefinition definition, string secret, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var at = UnixMilliseconds.From(now);
                await transaction.ExecuteAsync(Insert, new
                {
                    url = definition.Url.OriginalString,
                    event_types = Types(definition),
                    description = definition.Description,
                    enabled = definition.IsEnabled,
                    secret,
                    created_at = at,
                    updated_at = at,
                });
                var id = await transaction.ScalarAsync<long>(transaction.Dialect.LastInsertedId);
                return (await ReadAsync(transaction, id))!;
            },
            cancellationToken);

    public Task<CustomerEndpoint?> ReplaceAsync(long id, EndpointDefinition definition, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            "url = @url, event_types = @types, description = @description, updated_at = @at, "
            // Whoever enables it gives it a new chance; whoever only changes it does not.
            + "failing_since = case when @enabled and not enabled then null else failing_since end, "
            + "disabled_reason = case when @enabled then null else disabled_reason end, "
            + "disabled_at = case when @enabled then null else disabled_at end, enabled = @enabled",
            new
            {
                id,
                url = definition.Url.OriginalString,
                types = Types(definition),
                description = definition.Description,
                enabled = definition.IsEnabled,
                at = UnixMilliseconds.From(now),
            },
            cancellationToken);

    public Task<CustomerEndpoint?> RotateAsync(long id, string secret, DateTimeOffset oldUntil, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(
            // MySQL sets columns in their order: the old secret first, as long as it is still there.
            id, "old_secret = secret, old_secret_until = @until, secret = @secret, updated_at = @at",
            new { id, secret, until = UnixMilliseconds.From(oldUntil), at = UnixMilliseconds.From(now) }, cancellationToken);

    public Task<bool> RemoveAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("delete from webhook_attempts where endpoint_id = @id", new { id });
            await transaction.ExecuteAsync("delete from webhook_messages where endpoint_id = @id", new { id });
            return await transaction.ExecuteAsync("delete from webhook_endpoints where id = @id", new { id }) > 0;
        },
        cancellationToken);

    public Task<bool> DisableAsync(long id, string reason, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var asked = new { id, reason, at = UnixMilliseconds.From(now) };
            var isDisabled = await transaction.ExecuteAsync(
                "update webhook_endpoints set enabled = 0, disabled_reason = @reason, disabled_at = @at, updated_at = @at where id = @id and enabled = 1", asked) > 0;
            if (isDisabled)
            {
                await transaction.ExecuteAsync(
                    "update webhook_messages set status = 'dead', reason = 'endpoint_disabled', due_at = null, lease_until = null, updated_at = @at "
                    + "where status = 'waiting' and endpoint_id = @id",
                    asked);
            }

            return isDisabled;
        },
        cancellationToken);

    private Task<CustomerEndpoint?> ChangeAsync(long id, string changes, object parameters, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync($"update webhook_endpoints set {changes} where id = @id", parameters);
            return await ReadAsync(transaction, id);
        },
        cancellationToken);

    private static async Task<CustomerEndpoint?> ReadAsync(SqlTransaction transaction, long id) =>
        (await transaction.QueryAsync<EndpointRow>(One, new { id })) is [var row, ..] ? row.ToEndpoint() : null;

    private static string Types(EndpointDefinition definition) => string.Join(' ', definition.EventTypes);
}
