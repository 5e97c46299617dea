using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.PushTokens;

internal sealed class SqlPushTokens(SqlDatabase database, Tombstones tombstones) : IPushTokens
{
    private const string Listed = "select t.token, t.person_id, t.platform, t.registered_at, t.seen_at from push_tokens t where t.person_id in @list order by t.seen_at desc, t.token";

    private static readonly string[] Columns = ["token", "person_id", "platform", "registered_at", "seen_at"],
        Renewed = ["person_id", "platform", "seen_at"];

    public Task<bool> SaveAsync(PushToken token, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            if ((await tombstones.ErasedAmongAsync(transaction, [token.PersonId])).Count > 0) return false;
            await transaction.ExecuteAsync(transaction.Dialect.Upsert("push_tokens", ["token"], Columns, Renewed), new
            {
                token = token.Token,
                person_id = token.PersonId,
                platform = token.Platform,
                registered_at = UnixMilliseconds.From(token.RegisteredAt),
                seen_at = UnixMilliseconds.From(token.SeenAt),
            });
            var all = await transaction.QueryAsync<string>(
                "select token from push_tokens where person_id = @PersonId and token <> @Token order by seen_at desc, token", token);
            var tooMany = all.Skip(PushToken.MostPerPerson - 1).ToList();
            if (tooMany.Count > 0) await transaction.ExecuteAsync("delete from push_tokens where token in @tooMany", new { tooMany });
            return true;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(string personId, string token, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await transaction.ExecuteAsync("delete from push_tokens where token = @token and person_id = @personId", new { token, personId }) > 0,
        cancellationToken);

    public Task ForgetAsync(string token, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync("delete from push_tokens where token = @token", new { token }), cancellationToken);

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PushToken>>> OfPeopleAsync(
        IReadOnlyCollection<string> people, CancellationToken cancellationToken)
    {
        var rows = new List<PushTokenRow>();
        foreach (var piece in people.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            rows.AddRange(await database.ReadAsync(
                (connection, token) => connection.QueryAsync<PushTokenRow>(new CommandDefinition(Listed, new { list = piece }, cancellationToken: token)),
                cancellationToken));
        }

        return rows.Select(row => row.ToToken()).GroupBy(token => token.PersonId, StringComparer.Ordinal)
            .ToDictionary(tokens => tokens.Key, tokens => (IReadOnlyList<PushToken>)[.. tokens], StringComparer.Ordinal);
    }
}
