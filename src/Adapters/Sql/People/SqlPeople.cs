using System.Data.Common;
using Dapper;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed class SqlPeople(SqlDatabase database) : IPeople
{
    private static readonly string FindPerson =
        $"select {PersonRow.ColumnsOfP} from identities i join people p on p.person_id = i.person_id where i.identity = @identity";

    private const string FindKept =
        "select experiment_id, bucket_version, variant from assignments where person_id in (@personId, @identity) order by assigned_at";

    /// <summary>Both in one round trip. An id that led nowhere when its variants were served may lead to the person by now.</summary>
    private const string FindConsentsAndKept =
        $"select person_id, purpose, granted, updated_at from consents where person_id = @personId; {FindKept}";

    public Task<PersonWithConsents?> FindAsync(string identity, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => FindAsync(connection, identity, token), cancellationToken);

    public Task<IReadOnlyList<KeptAssignment>> KeptByStrangerAsync(string identity, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<KeptAssignment>>(
            async (connection, token) =>
            [
                .. (await connection.QueryAsync<KeptRow>(new CommandDefinition(FindKept, new { personId = identity, identity }, cancellationToken: token)))
                    .Select(row => row.ToAssignment()),
            ],
            cancellationToken);

    private static async Task<PersonWithConsents?> FindAsync(DbConnection connection, string identity, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<PersonRow>(
            new CommandDefinition(FindPerson, new { identity }, cancellationToken: cancellationToken));
        if (row is null) return null;

        await using var more = await connection.QueryMultipleAsync(
            new CommandDefinition(FindConsentsAndKept, new { personId = row.PersonId, identity }, cancellationToken: cancellationToken));
        ConsentRecord[] consents = [.. (await more.ReadAsync<ConsentRow>()).Select(consent => consent.ToRecord())];
        return new PersonWithConsents(row.ToRecord(), consents)
        {
            Kept = [.. (await more.ReadAsync<KeptRow>()).Select(kept => kept.ToAssignment())],
        };
    }
}
