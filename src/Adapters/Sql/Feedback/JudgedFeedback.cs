using System.Data.Common;
using Dapper;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Adapters.Sql.Feedback;

/// <summary>Reads what recommendations are judged by.</summary>
internal static class JudgedFeedback
{
    private const string Clicked =
        "left join feedback clicked on clicked.decision_key = shown.decision_key and clicked.slot = shown.slot "
        + "and clicked.item_id = shown.item_id and clicked.kind = 'click' where shown.kind = 'impression' and shown.occurred_at >= @since ";

    /// <summary>By person first: how their impressions scatter is what the error of a rate depends on.</summary>
    private const string Compared =
        "select compared_as, count(*), sum(n), sum(s), sum(n * n), sum(s * s), sum(n * s) from ("
        + "select shown.compared_as as compared_as, shown.person_id, count(*) as n, count(clicked.id) as s from feedback shown " + Clicked
        + "and shown.compared_as in ('" + FeedbackRow.Personal + "', '" + FeedbackRow.Comparison + "') "
        + "group by shown.compared_as, shown.person_id) people group by compared_as";

    private const string Explored =
        "select shown.person_id, shown.propensity, shown.eligible, shown.newer, shown.more_clicked, shown.equally_clicked, clicked.id from feedback shown "
        + Clicked + "and shown.propensity is not null order by shown.occurred_at desc, shown.id desc limit @most";

    public static async Task<IReadOnlyList<ComparedCount>> CountComparedAsync(
        DbConnection connection, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(Compared, new { since = UnixMilliseconds.From(from) }, cancellationToken: cancellationToken));
        var counts = new List<ComparedCount>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var group = rows.GetString(0) == FeedbackRow.Personal ? ComparedAs.Personal : ComparedAs.Comparison;
            counts.Add(new ComparedCount(group, new ClusteredRate(
                Whole(rows, 1), Whole(rows, 2), Whole(rows, 3), Whole(rows, 4), Whole(rows, 5), Whole(rows, 6))));
        }

        return counts;
    }

    public static async Task<IReadOnlyList<ExploredImpression>> ReadExploredAsync(
        DbConnection connection, DateTimeOffset from, int most, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(Explored, new { since = UnixMilliseconds.From(from), most }, cancellationToken: cancellationToken));
        var explored = new List<ExploredImpression>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var choice = new ExplorationChoice(
                rows.GetDouble(1), (int)Whole(rows, 2), (int)Whole(rows, 3), (int)Whole(rows, 4), (int)Whole(rows, 5));
            explored.Add(new ExploredImpression(rows.GetString(0), choice, !await rows.IsDBNullAsync(6, cancellationToken)));
        }

        return explored;
    }

    /// <summary>MySQL sums to decimals.</summary>
    private static long Whole(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), null);
}
