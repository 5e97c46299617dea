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

    private const string Read = "select day, segment, people, counted_at from segment_sizes where day >= @since order by day";

    private static readonly string[] Keys = ["day", "segment"], Columns = ["day", "segment", "people", "counted_at"];

    private static readonly LeadSegment[] Segments = Enum.GetValues<LeadSegment>();

    public Task<IReadOnlyList<long>> CountAsync(SegmentThresholds thresholds, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => CountAsync(connection, thresholds, token), cancellationToken);

    public Task SaveAsync(SegmentCount count, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            transaction.Dialect.Upsert("segment_sizes", Keys, Columns),
            Segments.Select(segment => new
            {
                day = UnixMilliseconds.From(count.Day),
                segment = segment.Name(),
                people = count[segment],
                counted_at = UnixMilliseconds.From(count.At),
            })),
        cancellationToken);

    public Task<IReadOnlyList<SegmentCount>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => ReadAsync(connection, since, token), cancellationToken);

    private static async Task<IReadOnlyList<long>> CountAsync(DbConnection connection, SegmentThresholds thresholds, CancellationToken cancellationToken)
    {
        var counts = new List<long>();
        foreach (var range in Segments.Select(segment => ScoreRange.Of(segment, thresholds)))
        {
            var parameters = new { from = (long)decimal.Ceiling(range.From * 100), below = (long)decimal.Ceiling(range.Below * 100) };
            counts.Add(await connection.ExecuteScalarAsync<long>(new CommandDefinition(Count, parameters, cancellationToken: cancellationToken)));
        }

        return counts;
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
                [.. Segments.Select(segment => day.FirstOrDefault(row => row.Segment == segment.Name()).People)])),
        ];
    }
}
