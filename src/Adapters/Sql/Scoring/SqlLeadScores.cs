using System.Globalization;
using Dapper;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

internal sealed class SqlLeadScores(SqlDatabase database) : ILeadScores
{
    private const string Due =
        "select person_id from people where person_id > @after and "
        + "(scored_at is null or changed_at >= scored_at or score_valid_until <= @now) order by person_id limit @limit";

    private const string Last =
        "select scores.user_id, scores.score, scores.segment from lead_scores scores "
        + "join (select max(id) id from lead_scores where user_id in @list group by user_id) latest on latest.id = scores.id";

    /// <summary>With the columns that a row cannot be without, though it is only ever used on rows that are there.</summary>
    private static readonly string[] MarkColumns = ["person_id", "identified", "changed_at", "scored_at", "score_valid_until"];

    private static readonly string[] Key = ["person_id"];
    private static readonly string[] Marked = ["scored_at", "score_valid_until"];

    public Task SaveAsync(IReadOnlyList<PersonScore> scores, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var people = scores.Select(score => score.PersonId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var there = await transaction.QueryListAsync<string>(
                $"select person_id from people where person_id in @list{transaction.Dialect.ForUpdate}", people);
            var last = await transaction.QueryListAsync<LastRow>(Last, people);

            await transaction.ExecuteAsync(LeadScoreRow.Insert, New(scores, last));
            await transaction.ExecuteAsync(transaction.Dialect.Upsert("people", Key, MarkColumns, Marked), Marks(scores, there));
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

    /// <summary>A row only where the last one says something else.</summary>
    private static IEnumerable<object> New(IReadOnlyList<PersonScore> scores, List<LastRow> last)
    {
        var said = last.ToDictionary(
            row => row.UserId, row => (Convert.ToDecimal(row.Score, CultureInfo.InvariantCulture), row.Segment), StringComparer.Ordinal);
        foreach (var person in scores)
        {
            var now = (person.Score.Score, person.Score.Segment.Name());
            if (person.PersonId is { } known && said.TryGetValue(known, out var before) && before == now) continue;
            if (person.PersonId is not null) said[person.PersonId] = now;
            yield return LeadScoreRow.Of(person);
        }
    }

    private static IEnumerable<object> Marks(IReadOnlyList<PersonScore> scores, List<string> there)
    {
        var known = there.ToHashSet(StringComparer.Ordinal);
        return scores.Where(score => known.Contains(score.PersonId)).Select(score => new
        {
            person_id = score.PersonId,
            identified = false,
            changed_at = 0L,
            scored_at = UnixMilliseconds.From(score.Score.CalculatedAt),
            score_valid_until = UnixMilliseconds.From(score.Score.ValidUntil),
        });
    }

    private sealed record LastRow
    {
        public required string UserId { get; init; }

        /// <summary>SQLite keeps 20 as a whole number and 19.99 as none; typed, the first row read would decide for all others.</summary>
        public required object Score { get; init; }

        public required string Segment { get; init; }
    }
}
