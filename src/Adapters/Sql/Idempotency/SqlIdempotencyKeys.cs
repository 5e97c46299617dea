using System.Text.Json;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Idempotency;

/// <summary>A row for each key; whoever's insert finds none has the key.</summary>
internal sealed class SqlIdempotencyKeys(SqlDatabase database, Tombstones tombstones) : IIdempotencyKeys
{
    private const string Table = "idempotency_keys", IsMine = "key_hash = @key and holder = @holder and status is null";

    private static readonly string[] Columns = ["key_hash", "request_hash", "holder", "expires_at"];

    /// <remarks>The insert locks the row, whether it was there or not: others wait until the transaction has ended.</remarks>
    public Task<KeyFound> TakeAsync(
        string key, string request, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent(Table, Columns),
                new { key_hash = key, request_hash = request, holder, expires_at = UnixMilliseconds.From(until) });
            var row = (await transaction.QueryAsync<KeyRow>(
                $"select request_hash, holder, expires_at, status, headers, body from {Table} where key_hash = @key{transaction.Dialect.ForUpdate}", new { key }))[0];
            if (row.Holder == holder) return new KeyFound(KeyState.Taken);
            if (row.ExpiresAt > UnixMilliseconds.From(now)) return Read(row, request);

            await transaction.ExecuteAsync(
                $"update {Table} set request_hash = @request, holder = @holder, expires_at = @until, status = null, headers = null, body = null where key_hash = @key",
                new { key, request, holder, until = UnixMilliseconds.From(until) });
            return new KeyFound(KeyState.Taken);
        },
        cancellationToken);

    public Task<bool> RenewAsync(string key, string holder, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            $"update {Table} set expires_at = @until where {IsMine}", new { key, holder, until = UnixMilliseconds.From(until) }) == 1,
        cancellationToken);

    public Task<bool> KeepAsync(string key, string holder, KeptAnswer answer, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var headers = JsonSerializer.Serialize(answer.Headers, HeadersJson.Default.IReadOnlyListKeyValuePairStringString);
        return database.WriteAsync(
            async transaction =>
            {
                // Of an erased person not even what a request about them was answered is written any more: the answer counts as one too large to keep.
                var names = await tombstones.NamingAsync(transaction, [[headers, answer.Body ?? ""]]);
                var isFree = names.Count == 0;
                var kept = await transaction.ExecuteAsync(
                    $"update {Table} set status = @Status, headers = @headers, body = @body, expires_at = @until where {IsMine}",
                    new { key, holder, answer.Status, headers = isFree ? headers : "[]", body = isFree ? answer.Body : null, until = UnixMilliseconds.From(until) });
                return kept == 1 && isFree;
            },
            cancellationToken);
    }

    public Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync($"delete from {Table} where {IsMine}", new { key, holder }), cancellationToken);

    private static KeyFound Read(KeyRow row, string request)
    {
        if (row.RequestHash != request) return new KeyFound(KeyState.OtherRequest);
        if (row.Status is not { } status) return new KeyFound(KeyState.InFlight);
        var headers = JsonSerializer.Deserialize(row.Headers ?? "[]", HeadersJson.Default.IReadOnlyListKeyValuePairStringString) ?? [];
        return new KeyFound(KeyState.Answered, new KeptAnswer(status, headers, row.Body));
    }
}
