using System.Data.Common;
using System.Globalization;
using Dapper;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Leads;

internal sealed class SqlPersonRecords(SqlDatabase database) : IPersonRecords
{
    private const string Links = "select identity, person_id, linked_at from identities where person_id in @ids order by linked_at, identity";

    private const string Consents = "select person_id, purpose, granted, updated_at from consents where person_id in @ids order by purpose";

    /// <summary>Served while an id led nowhere, or since: both lead to the person now.</summary>
    private const string Kept =
        "select person_id, experiment_id, bucket_version, variant from assignments where person_id in @ids order by assigned_at";

    private const string PastScores =
        "select user_id, score, segment, calculated_at, factors from ("
        + "select id, user_id, score, segment, calculated_at, factors, row_number() over (partition by user_id order by id desc) as place "
        + "from lead_scores where user_id in @ids) history where place <= @limit order by id desc";

    private static readonly string People =
        $"select i.identity, {PersonRow.ColumnsOfP} from identities i join people p on p.person_id = i.person_id where i.identity in @ids";

    public Task<IReadOnlyDictionary<string, PersonWithConsents>> FindAsync(
        IReadOnlyCollection<string> identities, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => FindAsync(connection, identities, token), cancellationToken);

    public async Task<ILookup<string, LinkedIdentity>> IdentitiesAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
        (await ReadAsync<LinkRow>(Links, new { ids = personIds }, cancellationToken))
            .ToLookup(row => row.PersonId, row => new LinkedIdentity(row.Identity, UnixMilliseconds.Read(row.LinkedAt)), StringComparer.Ordinal);

    public async Task<ILookup<string, PastScore>> PastScoresAsync(
        IReadOnlyCollection<string> personIds, int limit, CancellationToken cancellationToken) =>
        (await ReadAsync<ScoreRow>(PastScores, new { ids = personIds, limit }, cancellationToken))
            .ToLookup(row => row.UserId, row => row.ToScore(), StringComparer.Ordinal);

    private static async Task<IReadOnlyDictionary<string, PersonWithConsents>> FindAsync(
        DbConnection connection, IReadOnlyCollection<string> identities, CancellationToken token)
    {
        var found = (await connection.QueryAsync<string, PersonRow, (string Identity, PersonRow Person)>(
            new CommandDefinition(People, new { ids = identities }, cancellationToken: token), (identity, person) => (identity, person), "person_id")).AsList();
        if (found.Count == 0) return new Dictionary<string, PersonWithConsents>();

        string[] people = [.. found.Select(one => one.Person.PersonId).Distinct(StringComparer.Ordinal)];
        string[] ids = [.. people.Union(found.Select(one => one.Identity), StringComparer.Ordinal)];
        var consents = (await connection.QueryAsync<ConsentRow>(new CommandDefinition(Consents, new { ids = people }, cancellationToken: token)))
            .ToLookup(row => row.PersonId, row => row.ToRecord(), StringComparer.Ordinal);
        var kept = (await connection.QueryAsync<OwnedKeptRow>(new CommandDefinition(Kept, new { ids }, cancellationToken: token))).AsList();
        return found.ToDictionary(
            one => one.Identity,
            one => new PersonWithConsents(one.Person.ToRecord(), [.. consents[one.Person.PersonId]])
            {
                Kept = [.. kept.Where(row => row.PersonId == one.Identity || row.PersonId == one.Person.PersonId).Select(row => row.ToAssignment())],
            },
            StringComparer.Ordinal);
    }

    private Task<IEnumerable<T>> ReadAsync<T>(string sql, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: token)), cancellationToken);

    private sealed record LinkRow
    {
        public required string Identity { get; init; }
        public required string PersonId { get; init; }
        public long LinkedAt { get; init; }
    }

    private sealed record ScoreRow
    {
        public required string UserId { get; init; }

        /// <summary>SQLite keeps 20 as a whole number and 19.99 as none.</summary>
        public required object Score { get; init; }

        public required string Segment { get; init; }
        public DateTimeOffset CalculatedAt { get; init; }
        public required string Factors { get; init; }

        public PastScore ToScore() => new(Convert.ToDecimal(Score, CultureInfo.InvariantCulture), Segment, CalculatedAt, Factors);
    }

    private sealed record OwnedKeptRow
    {
        public required string PersonId { get; init; }
        public long ExperimentId { get; init; }
        public int BucketVersion { get; init; }
        public required string Variant { get; init; }

        public Core.Experiments.Allocation.KeptAssignment ToAssignment() => new(ExperimentId, BucketVersion, Variant);
    }
}
