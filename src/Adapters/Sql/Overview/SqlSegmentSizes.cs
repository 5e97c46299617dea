using System.Data.Common;
using Dapper;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Overview.Segments;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Overview;

internal sealed class SqlSegmentSizes(SqlDatabase database) : ISegmentSizes
{
    private const string Count = "select count(*) from people where lead_score >= @from and lead_score < @below";

    private const string CountUnscored = "select count(*) from people where lead_score is null", Unscored = "unscored";

    private const string Read = "select day, segment, people, counted_at from segment_sizes where day >= @since order by day";

    private static readonly string[] Keys = ["day", "segment"], Columns = ["day", "segment", "people", "counted_at"];

    private static readonly LeadSegment[] Segments = Enum.GetValues<LeadSegment>();

    public Task<SegmentCount> CountAsync(SegmentThresholds thresholds, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountAsync(connection, thresholds, now, token), cancellationToken);

    public Task SaveAsync(SegmentCount count, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            transaction.Dialect.Upsert("segment_sizes", Keys, Columns),
            Segments.Select(segment => Row(count, segment.Name(), count[segment])).Append(Row(count, Unscored, count.Unscored))),
        cancellationToken);

    public Task<IReadOnlyList<SegmentCount>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => ReadAsync(connection, since, token), cancellationToken);

    private static object Row(SegmentCount count, string segment, long people) =>
        new { day = UnixMilliseconds.From(count.Day), segment, people, counted_at = UnixMilliseconds.From(count.At) };

    private static async Task<SegmentCount> CountAsync(DbConnection connection, SegmentThresholds thresholds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = new List<long>();
        foreach (var range in Segments.Select(segment => ScoreRange.Of(segment, thresholds)))
        {
            var parameters = new { from = (long)decimal.Ceiling(range.From * 100), below = (long)decimal.Ceiling(range.Below * 100) };
            counts.Add(await connection.ExecuteScalarAsync<long>(new CommandDefinition(Count, parameters, cancellationToken: cancellationToken)));
        }

        var unscored = await connection.ExecuteScalarAsync<long>(new CommandDefinition(CountUnscored, cancellationToken: cancellationToken));
        return new SegmentCount(now, counts, unscored);
    }

    private static async Task<IReadOnlyList<SegmentCount>> ReadAsync(DbConnection connection, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var rows = await connection.ExecuteReaderAsync(
            new CommandDefinition(Read, new { since = UnixMilliseconds.From(since) }, cancellationToken: cancellationToken));
        var found = new List<(long Day, string Segment, long People, long At)>();
        while (await rows.ReadAsync(cancellationToken)) found.Add((rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3)));
        return
        [
            .. found.GroupBy(row => row.Day).Select(day => new SegmentCount(
                UnixMilliseconds.Read(day.Max(row => row.At)),
                [.. Segments.Select(segment => day.FirstOrDefault(row => row.Segment == segment.Name()).People)],
                day.FirstOrDefault(row => row.Segment == Unscored).People)),
        ];
    }
}
