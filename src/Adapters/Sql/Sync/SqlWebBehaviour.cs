using Dapper;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Sql.Sync;

internal sealed class SqlWebBehaviour(SqlDatabase database, ConsentPolicy consent) : IWebBehaviourStore
{
    private const int ListSize = 500;

    private readonly string _ofPeople =
        $"select i.person_id, i.behaviour from {database.Dialect.OfIds("identities i", "i.person_id")} where i.behaviour is not null and {AnalyticsConsent.Holds(consent, "i.person_id")}";

    private readonly string _fingerprints =
        $"select i.identity, i.fingerprint from {database.Dialect.OfIds("identities i", "i.identity")} where i.fingerprint is not null";

    public async Task<ILookup<string, WebBehaviour>> OfPeopleAsync(
        IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        (await ReadAsync<(string PersonId, string Behaviour)>(_ofPeople, personIds, cancellationToken))
            .ToLookup(row => row.PersonId, row => BehaviourColumn.Read(row.Behaviour), StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, long>> FingerprintsAsync(
        IReadOnlyCollection<string> visitorIds, CancellationToken cancellationToken) =>
        (await ReadAsync<(string Identity, long Fingerprint)>(_fingerprints, visitorIds, cancellationToken))
            .ToDictionary(row => row.Identity, row => row.Fingerprint, StringComparer.Ordinal);

    public Task KeepAsync(IReadOnlyCollection<string> visitorIds, DateTimeOffset run, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var list in visitorIds.Chunk(ListSize))
            {
                await transaction.ExecuteAsync(
                    "update identities set read_in_run = @run where identity in @list", new { run = UnixMilliseconds.From(run), list });
            }
        },
        cancellationToken);

    public Task<ForgottenVisitors> ForgetAsync(
        DateTimeOffset run, string after, int batch, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var visitors = await transaction.QueryAsync<string>(
                    "select identity from identities where identity > @after and read_in_run < @run order by identity limit @batch",
                    new { after, run = UnixMilliseconds.From(run), batch });
                var people = await transaction.QueryListAsync<string>("select person_id from identities where identity in @list", visitors);
                foreach (var list in visitors.Chunk(ListSize))
                {
                    await transaction.ExecuteAsync(
                        "update identities set behaviour = null, fingerprint = null, read_in_run = null where identity in @list", new { list });
                }

                foreach (var list in people.Chunk(ListSize))
                {
                    await transaction.ExecuteAsync(
                        "update people set changed_at = @now where person_id in @list", new { now = UnixMilliseconds.From(now), list });
                }

                return new ForgottenVisitors(visitors.Count > 0 ? visitors[^1] : null, people);
            },
            cancellationToken);

    private async Task<IEnumerable<T>> ReadAsync<T>(string sql, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync<T>(
            new CommandDefinition(sql, new { ids = JsonColumns.Write(ids) }, cancellationToken: cancellationToken));
    }
}
