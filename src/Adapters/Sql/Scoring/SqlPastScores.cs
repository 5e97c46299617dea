using System.Globalization;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>Walks through <c>lead_scores</c> in the order it was written, and keeps how far it has come among the watermarks.</summary>
internal sealed class SqlPastScores(SqlDatabase database) : IPastScores
{
    private const string Name = "past_scores";

    private const string Entries = "select id, user_id, score, calculated_at from lead_scores where id > @from order by id limit @batch";

    private static readonly string[] Columns = ["name", "value"];

    public Task<int> FollowAsync(DateTimeOffset upTo, int batch, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.LockAsync([Name]);
            var from = await transaction.ScalarAsync<long?>("select value from watermarks where name = @Name", new { Name }) ?? 0;
            var rows = (await transaction.QueryAsync<Row>(Entries, new { from, batch })).TakeWhile(row => row.CalculatedAt <= upTo).ToList();
            if (rows.Count == 0) return 0;
            // Of several entries of one person the last one holds.
            var last = rows.GroupBy(row => row.UserId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new { person = group.Key, score = group.Last().Hundredths });
            await transaction.ExecuteAsync("update people set past_score = @score where person_id = @person", last);
            await transaction.ExecuteAsync(transaction.Dialect.Upsert("watermarks", ["name"], Columns, ["value"]), new { name = Name, value = rows[^1].Id });
            return rows.Count;
        },
        cancellationToken);

    private sealed record Row
    {
        public long Id { get; init; }
        public required string UserId { get; init; }

        /// <summary>SQLite keeps 20 as a whole number and 19.99 as none; typed, the first row read would decide for all others.</summary>
        public required object Score { get; init; }

        public DateTimeOffset CalculatedAt { get; init; }

        public long Hundredths => (long)decimal.Round(Convert.ToDecimal(Score, CultureInfo.InvariantCulture) * 100);
    }
}
