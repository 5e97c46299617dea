using System.Globalization;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>Adds to <c>lead_scores</c>: a row only where the last one says something else.</summary>
internal static class LeadScoreHistory
{
    private const string Last =
        "select scores.user_id, scores.score, scores.segment from lead_scores scores "
        + "join (select max(id) id from lead_scores where user_id in @list group by user_id) latest on latest.id = scores.id";

    /// <param name="scoredBefore">Who of them may have rows already; the others are not looked for.</param>
    public static async Task AddAsync(SqlTransaction transaction, IReadOnlyList<PersonScore> scores, IReadOnlyCollection<string> scoredBefore)
    {
        var last = await transaction.QueryListAsync<LastRow>(Last, scoredBefore);
        await transaction.ExecuteAsync(LeadScoreRow.Insert, New(scores, last));
    }

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

    private sealed record LastRow
    {
        public required string UserId { get; init; }

        /// <summary>SQLite keeps 20 as a whole number and 19.99 as none; typed, the first row read would decide for all others.</summary>
        public required object Score { get; init; }

        public required string Segment { get; init; }
    }
}
