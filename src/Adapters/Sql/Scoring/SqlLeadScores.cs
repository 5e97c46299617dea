using Dapper;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

internal sealed class SqlLeadScores(SqlDatabase database, Tombstones tombstones) : ILeadScores
{
    private const string Due =
        "select person_id from people where person_id > @after and "
        + "(scored_at is null or changed_at >= scored_at or score_valid_until <= @now) order by person_id limit @limit";

    /// <summary>With the columns that a row cannot be without, though it is only ever used on rows that are there.</summary>
    private static readonly string[] MarkColumns = ["person_id", "identified", "changed_at", "scored_at", "score_valid_until", "scored_as"];

    private static readonly string[] Key = ["person_id"];
    private static readonly string[] Marked = ["scored_at", "score_valid_until", "scored_as"];

    public Task SaveAsync(IReadOnlyList<PersonScore> measured, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var people = measured.Select(score => score.PersonId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var erased = await tombstones.ErasedAmongAsync(transaction, people);
            var scores = erased.Count == 0 ? measured : [.. measured.Where(score => score.PersonId is null || !erased.Contains(score.PersonId))];
            var dialect = transaction.Dialect;
            var there = await transaction.QueryIdsAsync<(string PersonId, string? ScoredAs)>(
                $"select p.person_id, p.scored_as from {dialect.OfIds("people p", "p.person_id")}{dialect.ForUpdate}", people);
            var scoredAs = there.Where(person => person.ScoredAs is not null)
                .ToDictionary(person => person.PersonId, person => person.ScoredAs!, StringComparer.Ordinal);
            await LeadScoreHistory.AddAsync(transaction, scores, scoredAs, _ => true);
            await transaction.ExecuteAsync(dialect.Upsert("people", Key, MarkColumns, Marked), Marks(scores, there.Select(person => person.PersonId)));
        },
        cancellationToken);

    public async Task<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, string afterPersonId, int limit, CancellationToken cancellationToken)
    {
        var parameters = new { after = afterPersonId, now = UnixMilliseconds.From(now), limit };
        var people = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<string>(new CommandDefinition(Due, parameters, cancellationToken: token)),
            cancellationToken);
        return [.. people];
    }

    private static IEnumerable<object> Marks(IReadOnlyList<PersonScore> scores, IEnumerable<string> there)
    {
        var known = there.ToHashSet(StringComparer.Ordinal);
        return scores.Where(score => known.Contains(score.PersonId)).Select(score => new
        {
            person_id = score.PersonId,
            identified = false,
            changed_at = 0L,
            scored_at = UnixMilliseconds.From(score.Score.CalculatedAt),
            score_valid_until = UnixMilliseconds.From(score.Score.ValidUntil),
            scored_as = LeadScoreHistory.Says(score.Score),
        });
    }
}
