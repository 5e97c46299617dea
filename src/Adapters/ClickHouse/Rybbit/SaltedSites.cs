using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.ClickHouse.Rows;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>
/// Finds sites on which Rybbit gives every device a new id each day: of many devices over several days, none came back. Said
/// once for the life of the process; nothing is done about it here.
/// </summary>
internal sealed partial class SaltedSites(ClickHouseDatabase database, ILogger<SaltedSites> logger)
{
    /// <summary>One device in so many is looked at.</summary>
    private const int Sample = 4;

    private const int LeastDevices = 100, LeastDays = 4;

    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private int _asked;

    public async Task WarnOnceAsync(RybbitSchema schema, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _asked, 1) != 0) return;
        await foreach (var site in database.ReadAsync(Write(schema, asOf), static (ref RowReader row) => row.Int64(), cancellationToken))
            Log.Salted(logger, site);
    }

    private Question Write(RybbitSchema schema, DateTimeOffset asOf)
    {
        var question = new Question();
        var activity = new ActivitySql(schema, question, database.Options);
        question.Sql = $"""
            select toInt64(site_id) from
              (select site_id, user_id, min(intDiv({activity.At}, 86400000)) as first, max(intDiv({activity.At}, 86400000)) as last
              from {RybbitSchema.Table}
              where {activity.Where(asOf - Window, asOf)} and cityHash64(user_id) % {Sample} = 0 and match(user_id, '{ActivitySql.Hash}')
              group by site_id, user_id)
            group by site_id having count() >= {LeastDevices} and uniqExact(first) >= {LeastDays} and max(last - first) = 0
            """;
        return question;
    }

    private static partial class Log
    {
        [LoggerMessage(321, LogLevel.Warning,
            "Rybbit's site {Site} seems to give every device a new id each day (saltUserIds): return visits and longer windows hold only for people it identifies. Switch that off in Rybbit, or identify visitors.")]
        public static partial void Salted(ILogger logger, long site);
    }
}
