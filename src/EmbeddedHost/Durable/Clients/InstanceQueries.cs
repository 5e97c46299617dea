using System.Globalization;
using EmbeddedHost.Durable.Histories;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Clients;

/// <summary>Questions about many instances.</summary>
internal static class InstanceQueries
{
    public const int PurgedTogether = 200;

    private const string CreatedIn = "created >= @0 AND created <= @1";

    /// <summary>In the order of their runs, which is the order of their starts.</summary>
    /// <param name="after">The run before the first that is wanted.</param>
    public static List<InstanceRow> Page(HistoryReader reader, OrchestrationQuery query, long after, int count) =>
    [
        .. reader.Rows(
            $"SELECT {RowReading.InstanceColumns} FROM instances WHERE {CreatedIn} AND run > @2 {StatusIn(query.Statuses)} "
            + "AND substr(id, 1, length(@3)) = @3 ORDER BY run LIMIT @4",
            RowReading.Instance,
            query.CreatedFrom?.UtcTicks ?? 0,
            query.CreatedTo?.UtcTicks ?? long.MaxValue,
            after,
            query.InstanceIdPrefix ?? "",
            count),
    ];

    /// <summary>The ids of the finished instances that a filter means.</summary>
    public static List<string> Finished(HistoryReader reader, PurgeInstancesFilter filter) =>
    [
        .. reader.Rows(
            $"SELECT id FROM instances WHERE {CreatedIn} AND status IN (1, 3, 5) {StatusIn(filter.Statuses)}",
            row => row.GetString(0),
            filter.CreatedFrom?.UtcTicks ?? 0,
            filter.CreatedTo?.UtcTicks ?? long.MaxValue),
    ];

    private static string StatusIn(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        var wanted = statuses?.Select(status => ((int)status).ToString(CultureInfo.InvariantCulture)).ToList() ?? [];
        return wanted.Count == 0 ? "" : $"AND status IN ({string.Join(", ", wanted)})";
    }
}
