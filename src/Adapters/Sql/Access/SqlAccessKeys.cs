using Dapper;
using PersonalizationEngine.Adapters.Sql.Auditing;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Access;

internal sealed class SqlAccessKeys(SqlDatabase database) : IAccessKeys
{
    private const string Select = $"select {AccessKeyRow.Columns} from access_keys ", Lock = "access_keys";

    private static readonly SqlInsert Insert = new("access_keys", ["name", "role", "key_hash", "created_at", "created_by"]);

    public Task<IReadOnlyList<AccessKey>> ListHoldingAsync(CancellationToken cancellationToken) =>
        ReadAsync("where revoked_at is null order by id", new { }, cancellationToken);

    public Task<IReadOnlyList<AccessKey>> ListAsync(long before, int limit, CancellationToken cancellationToken) =>
        ReadAsync("where id < @before order by id desc limit @limit", new { before, limit }, cancellationToken);

    public Task<AccessKey?> AddAsync(AccessKey key, AuditEntry entry, int most, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            // Two who want the same name wait for each other, and so does the count.
            await transaction.LockAsync([Lock]);
            if (await transaction.ScalarAsync<long>("select count(*) from access_keys where name = @Name", new { key.Name }) > 0) return null;
            if (await transaction.ScalarAsync<long>("select count(*) from access_keys where revoked_at is null") >= most) return null;
            await transaction.ExecuteAsync(
                Insert,
                new { name = key.Name, role = AccessRoles.NameOf(key.Role), key_hash = key.Hash, created_at = UnixMilliseconds.From(key.CreatedAt), created_by = key.CreatedBy });
            var id = await transaction.ScalarAsync<long>(transaction.Dialect.LastInsertedId);
            await AuditWriter.WriteAsync(transaction, entry);
            return key with { Id = id };
        },
        cancellationToken);

    public Task<AccessKey?> RevokeAsync(long id, DateTimeOffset at, Func<AccessKey, AuditEntry> describe, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var found = await transaction.QueryAsync<AccessKeyRow>(
                    $"{Select}where id = @id and revoked_at is null{transaction.Dialect.ForUpdate}", new { id });
                if (found.Count == 0) return null;
                var key = found[0].ToKey();
                await transaction.ExecuteAsync("update access_keys set revoked_at = @at where id = @id", new { id, at = UnixMilliseconds.From(at) });
                await AuditWriter.WriteAsync(transaction, describe(key));
                return key;
            },
            cancellationToken);

    public Task TouchAsync(long id, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "update access_keys set last_used_at = @at where id = @id and (last_used_at is null or last_used_at < @at)", new { id, at = UnixMilliseconds.From(at) }),
        cancellationToken);

    private async Task<IReadOnlyList<AccessKey>> ReadAsync(string rest, object parameters, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<AccessKeyRow>(new CommandDefinition(Select + rest, parameters, cancellationToken: token)), cancellationToken);
        return [.. rows.Select(row => row.ToKey())];
    }
}
