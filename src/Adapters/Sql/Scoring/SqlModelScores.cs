using System.Data.Common;
using Dapper;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

internal sealed class SqlModelScores(SqlDatabase database, Tombstones tombstones) : IModelScores
{
    private const string Joined = "from people p left join model_scores s on s.model_id = @modelId and s.person_id = p.person_id ";

    private const string Standings =
        "select person_id, model_version, thresholds, evaluated_at, revision from model_scores where model_id = @modelId and person_id in @people";

    private const string Consents = "select person_id, purpose, granted, updated_at from consents where person_id in @people";

    private static readonly string Due =
        $"select {PersonRow.ColumnsOfP} {Joined}where p.person_id > @after "
        + "and (p.deleted_at is null or p.last_seen_at > p.deleted_at or p.customer_updated_at > p.deleted_at) "
        + "and (s.person_id is null or s.model_version <> @modelVersion or p.changed_at >= s.evaluated_at or s.due_at <= @now) "
        + "order by p.person_id limit @limit";

    private static readonly string One = $"select {PersonRow.ColumnsOfP} from people p where p.person_id = @personId";

    public Task<IReadOnlyList<WatchedLead>> DueAsync(
        long modelId, int modelVersion, DateTimeOffset now, string afterPersonId, int limit, CancellationToken cancellationToken) =>
        ReadAsync(modelId, Due, new { modelId, modelVersion, now = UnixMilliseconds.From(now), after = afterPersonId, limit }, cancellationToken);

    public async Task<WatchedLead?> FindAsync(long modelId, string personId, CancellationToken cancellationToken) =>
        await ReadAsync(modelId, One, new { personId }, cancellationToken) is [var lead, ..] ? lead : null;

    public Task<int> SaveAsync(long modelId, IReadOnlyList<LookedAtLead> leads, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var erased = await tombstones.ErasedAmongAsync(transaction, leads.Select(lead => lead.PersonId));
            // Whoever looks at the same people waits here, and then sees that it was done.
            await transaction.LockAsync([FormattableString.Invariant($"model {modelId}")]);
            var there = await transaction.QueryListAsync<RevisionRow>(
                FormattableString.Invariant($"select person_id, revision from model_scores where model_id = {modelId} and person_id in @list"),
                [.. leads.Select(lead => lead.PersonId)]);
            var revisions = there.ToDictionary(row => row.PersonId, row => row.Revision, StringComparer.Ordinal);
            var kept = leads.Where(lead => !erased.Contains(lead.PersonId) && revisions.GetValueOrDefault(lead.PersonId) == lead.Standing.Revision).ToList();
            var crossings = kept.SelectMany(lead => lead.Crossings.Select(noted => (Lead: lead, Noted: noted))).ToList();

            await transaction.ExecuteAsync(
                transaction.Dialect.Upsert("model_scores", StandingRow.Keys, StandingRow.Columns), kept.Select(lead => StandingRow.Parameters(modelId, lead)));
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("score_crossings", CrossingRow.Columns),
                crossings.Select(one => CrossingRow.Parameters(modelId, one.Lead, one.Noted)));
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("outbox", CrossingRow.OutboxColumns),
                crossings.Where(one => one.Noted is { Action: not null, Withheld: null }).Select(one => CrossingRow.OutboxParameters(one.Lead, one.Noted)));
            return kept.Count;
        },
        cancellationToken);

    private Task<IReadOnlyList<WatchedLead>> ReadAsync(long modelId, string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<WatchedLead>>(
            async (connection, token) =>
            {
                var rows = (await connection.QueryAsync<PersonRow>(new CommandDefinition(sql, parameters, cancellationToken: token))).AsList();
                if (rows.Count == 0) return [];
                var people = rows.ConvertAll(row => row.PersonId);
                var standings = (await ManyAsync<StandingRow>(connection, Standings, modelId, people, token))
                    .ToDictionary(row => row.PersonId, row => row.ToStanding(), StringComparer.Ordinal);
                var consents = (await ManyAsync<ConsentRow>(connection, Consents, modelId, people, token))
                    .ToLookup(consent => consent.PersonId, consent => consent.ToRecord(), StringComparer.Ordinal);
                return
                [
                    .. rows.Select(row => new WatchedLead(
                        new PersonWithConsents(row.ToRecord(), [.. consents[row.PersonId]]), standings.GetValueOrDefault(row.PersonId))),
                ];
            },
            cancellationToken);

    private static Task<IEnumerable<T>> ManyAsync<T>(DbConnection connection, string sql, long modelId, List<string> people, CancellationToken cancellationToken) =>
        connection.QueryAsync<T>(new CommandDefinition(sql, new { modelId, people }, cancellationToken: cancellationToken));

    private sealed record RevisionRow
    {
        public required string PersonId { get; init; }
        public long Revision { get; init; }
    }
}
