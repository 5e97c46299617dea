using System.Data.Common;
using Dapper;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed class SqlPeople(SqlDatabase database) : IPeople
{
    private static readonly string FindPerson =
        $"select {PersonRow.ColumnsOfP} from identities i join people p on p.person_id = i.person_id where i.identity = @identity";

    private const string FindConsents = "select person_id, purpose, granted, updated_at from consents where person_id = @personId";

    public Task<PersonWithConsents?> FindAsync(string identity, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => FindAsync(connection, identity, token), cancellationToken);

    private static async Task<PersonWithConsents?> FindAsync(DbConnection connection, string identity, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<PersonRow>(
            new CommandDefinition(FindPerson, new { identity }, cancellationToken: cancellationToken));
        if (row is null) return null;

        var consents = await connection.QueryAsync<ConsentRow>(
            new CommandDefinition(FindConsents, new { personId = row.PersonId }, cancellationToken: cancellationToken));
        return new PersonWithConsents(row.ToRecord(), [.. consents.Select(consent => consent.ToRecord())]);
    }
}
