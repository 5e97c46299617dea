using System.Data.Common;
using Dapper;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Overview.Outcomes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Overview;

internal sealed class SqlOverviewFigures(SqlDatabase database) : IOverviewFigures
{
    /// <summary>What is left after whole days is taken off: a division would be whole in one database and not in the other.</summary>
    private const string Clicks =
        "select shown.occurred_at - shown.occurred_at % 86400000, count(*), count(clicked.id) from feedback shown "
        + "left join feedback clicked on clicked.decision_key = shown.decision_key and clicked.slot = shown.slot "
        + "and clicked.item_id = shown.item_id and clicked.kind = 'click' "
        + "where shown.kind = 'impression' and shown.occurred_at >= @since and shown.slot = '" + FeedbackSlots.Recommendations + "' group by 1 order by 1";

    private const string Messages =
        "select status, count(*), sum(case when created_at >= @recent then 1 else 0 end) from deliveries "
        + "where id >= @first and created_at >= @since group by status";

    private const string GivenUp =
        "select (select count(*) from deliveries where status = 'failed' and updated_at >= @since) "
        + "+ (select count(*) from webhook_messages where status = 'dead' and updated_at >= @since)";

    public Task<IReadOnlyList<ClicksOfDay>> ClicksByDayAsync(DateTimeOffset from, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ClicksOfDay>>(
        async (connection, token) =>
        {
            var days = new List<ClicksOfDay>();
            await using var rows = await connection.ExecuteReaderAsync(
                new CommandDefinition(Clicks, new { since = UnixMilliseconds.From(from) }, cancellationToken: token));
            while (await rows.ReadAsync(token)) days.Add(new ClicksOfDay(UnixMilliseconds.Read(Whole(rows, 0)), Whole(rows, 1), Whole(rows, 2)));
            return days;
        },
        cancellationToken);

    public Task<IReadOnlyList<StatusCount>> MessagesByStatusAsync(DateTimeOffset since, DateTimeOffset recent, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => MessagesAsync(connection, UnixMilliseconds.From(since), UnixMilliseconds.From(recent), token), cancellationToken);

    public Task<long> GivenUpSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<long>(new CommandDefinition(GivenUp, new { since = UnixMilliseconds.From(since) }, cancellationToken: token)),
        cancellationToken);

    private static async Task<IReadOnlyList<StatusCount>> MessagesAsync(DbConnection connection, long since, long recent, CancellationToken cancellationToken)
    {
        if (await FirstSinceAsync(connection, since, cancellationToken) is not { } first) return [];
        var counts = new List<StatusCount>();
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(Messages, new { first, since, recent }, cancellationToken: cancellationToken));
        while (await rows.ReadAsync(cancellationToken)) counts.Add(new StatusCount(rows.GetString(0), Whole(rows, 1), Whole(rows, 2)));
        return counts;
    }

    /// <summary>
    /// The least id of a message planned since then, found by halves: messages are numbered as they are planned, and an index on
    /// the time would cost each message more than all who ever look here.
    /// </summary>
    private static async Task<long?> FirstSinceAsync(DbConnection connection, long since, CancellationToken cancellationToken)
    {
        var (low, high) = (await IdAsync("min"), await IdAsync("max"));
        if (low is not { } from || high is not { } to) return null;
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            var created = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "select created_at from deliveries where id >= @middle order by id limit 1", new { middle }, cancellationToken: cancellationToken));
            if (created >= since) to = middle;
            else from = middle + 1;
        }

        return from;

        Task<long?> IdAsync(string which) => connection.ExecuteScalarAsync<long?>(
            new CommandDefinition($"select {which}(id) from deliveries", cancellationToken: cancellationToken));
    }

    /// <summary>MySQL sums to decimals.</summary>
    private static long Whole(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), null);
}
