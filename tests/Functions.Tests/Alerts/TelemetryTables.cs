using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>The tables of workspace-based Application Insights that alerts read, in a database of their own in ClickHouse.</summary>
internal sealed class TelemetryTables
{
    private const string Dialect = "allow_experimental_kusto_dialect=1&dialect=kusto";

    private readonly ClickHouseServer _server;
    private readonly string _database;

    private TelemetryTables(ClickHouseServer server, string database) => (_server, _database) = (server, database);

    public static async Task<TelemetryTables> CreateAsync(ClickHouseServer server, IEnumerable<string> properties)
    {
        var tables = new TelemetryTables(server, await server.CreateDatabaseAsync());
        var columns = string.Concat(properties.Select(name => $", Properties_{name} String"));
        // Kusto's int may weigh a percentile; ClickHouse's weights are unsigned.
        await tables.ExecuteAsync(
            $"create table AppMetrics (TimeGenerated DateTime64(3, 'UTC'), Name String, Sum Float64, Min Float64, Max Float64, ItemCount UInt32, AppRoleInstance String{columns}) engine = Memory");
        await tables.ExecuteAsync(
            "create table AppRequests (TimeGenerated DateTime64(3, 'UTC'), Name String, DurationMs Float64, ResultCode String, Success Bool, ItemCount UInt32, AppRoleInstance String) engine = Memory");
        await tables.ExecuteAsync("create table AppTraces (TimeGenerated DateTime64(3, 'UTC'), Message String, AppRoleInstance String) engine = Memory");
        return tables;
    }

    public async Task EmptyAsync()
    {
        foreach (var table in (string[])["AppMetrics", "AppRequests", "AppTraces"]) await ExecuteAsync($"truncate table {table}");
    }

    public Task AddAsync(IEnumerable<MetricRow> rows) => InsertAsync("AppMetrics", rows.Select(row =>
    {
        var properties = row.Properties.ToDictionary(property => $"Properties_{property.Key}", property => (object)property.Value);
        return (row.Ago, new Dictionary<string, object>(properties)
        {
            ["Name"] = row.Name,
            ["Sum"] = row.Sum,
            ["Min"] = row.Sum,
            ["Max"] = row.Sum,
            ["ItemCount"] = row.ItemCount,
            ["AppRoleInstance"] = row.Instance,
        });
    }));

    public Task AddRequestsAsync(TimeSpan ago, string name, double milliseconds, string resultCode, int count) => InsertAsync("AppRequests", [(ago, new()
    {
        ["Name"] = name,
        ["DurationMs"] = milliseconds,
        ["ResultCode"] = resultCode,
        ["Success"] = resultCode[0] < '4',
        ["ItemCount"] = count,
    })]);

    public Task AddTraceAsync(TimeSpan ago, string message) => InsertAsync("AppTraces", [(ago, new() { ["Message"] = message })]);

    /// <returns>Its rows; the alert fires when there are any.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(AlertQuery query) =>
        (await _server.ExecuteAsync(_database, query.ForClickHouse(), Dialect)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All at once: a row of its own costs the server a part of the table.</summary>
    private async Task InsertAsync(string table, IEnumerable<(TimeSpan Ago, Dictionary<string, object> Values)> rows)
    {
        var now = DateTimeOffset.UtcNow;
        var lines = rows.Select(row =>
        {
            row.Values["TimeGenerated"] = (now - row.Ago).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
            return JsonSerializer.Serialize(row.Values);
        }).ToList();
        if (lines.Count > 0) await ExecuteAsync($"insert into {table} format JSONEachRow {string.Join('\n', lines)}");
    }

    private Task<string> ExecuteAsync(string sql) => _server.ExecuteAsync(_database, sql);
}
