using Dapper;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed class SqlPeopleListing(SqlDatabase database) : IPeopleListing
{
    private const string ThoseHere = "(p.deleted_at is null or p.last_seen_at > p.deleted_at or p.customer_updated_at > p.deleted_at)";

    private const string Consents =
        "select person_id, purpose, granted, updated_at from consents where person_id > @after and person_id <= @last";

    private static readonly string People =
        $"select {PersonRow.ColumnsOfP} from people p where p.person_id > @after and {ThoseHere} order by p.person_id limit @limit";

    public Task<IReadOnlyList<PersonWithConsents>> ListAsync(string afterId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PersonWithConsents>>(
            async (connection, token) =>
            {
                var rows = (await connection.QueryAsync<PersonRow>(
                    new CommandDefinition(People, new { after = afterId, limit }, cancellationToken: token))).AsList();
                if (rows.Count == 0) return [];

                var consents = (await connection.QueryAsync<ConsentRow>(
                    new CommandDefinition(Consents, new { after = afterId, last = rows[^1].PersonId }, cancellationToken: token)))
                    .ToLookup(consent => consent.PersonId, consent => consent.ToRecord(), StringComparer.Ordinal);
                return [.. rows.Select(row => new PersonWithConsents(row.ToRecord(), [.. consents[row.PersonId]]))];
            },
            cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<long>(
            new CommandDefinition($"select count(*) from people p where {ThoseHere}", cancellationToken: token)),
        cancellationToken);
}
