using System.Globalization;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>
/// Adds to <c>lead_scores</c>: a row only where the last one says something else. What it says stands in <c>people.scored_as</c>,
/// too, because to look for somebody's last row is more work than to add one.
/// </summary>
internal static class LeadScoreHistory
{
    private const string Last =
        "select scores.user_id, scores.score, scores.segment from lead_scores scores "
        + "join (select max(id) id from lead_scores where user_id in @list group by user_id) latest on latest.id = scores.id";

    /// <summary>All that makes a row differ from the one before.</summary>
    public static string Says(LeadScore score) => Says(score.Score, score.Segment.Name());

    /// <param name="scoredAs">What the last rows say, as far as it is known.</param>
    /// <param name="isScoredBefore">Who else may have rows already; the others are not looked for.</param>
    public static async Task AddAsync(
        SqlTransaction transaction, IReadOnlyList<PersonScore> scores, IReadOnlyDictionary<string, string> scoredAs, Func<string, bool> isScoredBefore)
    {
        var unsure = scores.Select(score => score.PersonId).OfType<string>().Where(person => !scoredAs.ContainsKey(person) && isScoredBefore(person));
        var last = new Dictionary<string, string>(scoredAs, StringComparer.Ordinal);
        foreach (var row in await transaction.QueryListAsync<LastRow>(Last, [.. unsure.Distinct(StringComparer.Ordinal)]))
            last[row.UserId] = Says(Convert.ToDecimal(row.Score, CultureInfo.InvariantCulture), row.Segment);
        await transaction.ExecuteAsync(LeadScoreRow.Insert, New(scores, last));
    }

    private static string Says(decimal score, string segment) => string.Create(CultureInfo.InvariantCulture, $"{score:0.00} {segment}");

    private static IEnumerable<object> New(IReadOnlyList<PersonScore> scores, Dictionary<string, string> last)
    {
        foreach (var person in scores)
        {
            var now = Says(person.Score);
            if (person.PersonId is { } known && last.TryGetValue(known, out var before) && before == now) continue;
            if (person.PersonId is not null) last[person.PersonId] = now;
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
