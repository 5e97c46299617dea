using System.Data.Common;
using Dapper;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Overview;

internal sealed class SqlDecisionMinutes(SqlDatabase database) : IDecisionMinutes
{
    private const string Read =
        "select starts_at, process, latency, degraded, strangers, held_out, fallbacks, requests, failed, lost_exposures from decision_minutes "
        + "where span_minutes = @minutes and starts_at >= @since order by starts_at, process";

    private static readonly string[] Keys = ["span_minutes", "starts_at", "process"];

    private static readonly string[] Columns =
        [.. Keys, "degraded", "strangers", "held_out", "fallbacks", "requests", "failed", "lost_exposures", "latency"];

    public Task SaveAsync(IReadOnlyList<CountedSpan> spans, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(transaction.Dialect.Upsert("decision_minutes", Keys, Columns), spans.Select(Row)), cancellationToken);

    public Task<IReadOnlyList<CountedSpan>> ReadAsync(int minutes, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => ReadAsync(connection, minutes, since, token), cancellationToken);

    private static async Task<IReadOnlyList<CountedSpan>> ReadAsync(DbConnection connection, int minutes, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(Read, new { minutes, since = UnixMilliseconds.From(since) }, cancellationToken: cancellationToken));
        var spans = new List<CountedSpan>();
        while (await rows.ReadAsync(cancellationToken))
        {
            spans.Add(new CountedSpan(minutes, UnixMilliseconds.Read(rows.GetInt64(0)), rows.GetString(1), new TakenCounts(
                LatencyHistogram.Parse(rows.GetString(2)), rows.GetInt64(3), rows.GetInt64(4), rows.GetInt64(5), rows.GetInt64(6), rows.GetInt64(7),
                rows.GetInt64(8), rows.GetInt64(9))));
        }

        return spans;
    }

    private static object Row(CountedSpan span) => new
    {
        span_minutes = span.Minutes,
        starts_at = UnixMilliseconds.From(span.StartsAt),
        process = span.Process,
        degraded = span.Counts.Degraded,
        strangers = span.Counts.Strangers,
        held_out = span.Counts.HeldOut,
        fallbacks = span.Counts.Fallbacks,
        requests = span.Counts.Requests,
        failed = span.Counts.Failed,
        lost_exposures = span.Counts.LostExposures,
        latency = span.Counts.Latency.ToString(),
    };
}
