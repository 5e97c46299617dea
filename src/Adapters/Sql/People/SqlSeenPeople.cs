using System.Data.Common;
using Dapper;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.People;

internal sealed class SqlSeenPeople(SqlDatabase database) : ISeenPeople
{
    private const string Everybody = "select person_id from people where deleted_at is null", SeenSince = Everybody + " and last_seen_at >= @since";

    private const string FindConsents = "select person_id, purpose, granted, updated_at from consents where person_id in @ids";

    private static readonly string FindPeople = $"select {PersonRow.ColumnsOfP} from people p where p.person_id in @ids";

    public IAsyncEnumerable<string> IdsAsync(DateTimeOffset? since, CancellationToken cancellationToken) => since is { } from
        ? database.StreamAsync<string>(SeenSince, new { since = UnixMilliseconds.From(from) }, cancellationToken)
        : database.StreamAsync<string>(Everybody, new { }, cancellationToken);

    public Task<IReadOnlyList<PersonWithConsents>> ReadAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => ReadAsync(connection, personIds, token), cancellationToken);

    private static async Task<IReadOnlyList<PersonWithConsents>> ReadAsync(
        DbConnection connection, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var people = await connection.QueryAsync<PersonRow>(new CommandDefinition(FindPeople, new { ids }, cancellationToken: cancellationToken));
        var consents = (await connection.QueryAsync<ConsentRow>(new CommandDefinition(FindConsents, new { ids }, cancellationToken: cancellationToken)))
            .ToLookup(consent => consent.PersonId, StringComparer.Ordinal);
        return [.. people.Select(person => new PersonWithConsents(person.ToRecord(), [.. consents[person.PersonId].Select(consent => consent.ToRecord())]))];
    }
}
