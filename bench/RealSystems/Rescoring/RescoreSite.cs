using System.Data;
using System.Diagnostics;
using System.Globalization;
using MySqlConnector;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.RealSystems.Rescoring;

/// <summary>
/// Rescores a whole site and sets it against what the two engines need by themselves: ClickHouse for the same count without
/// anybody reading the answer, MariaDB for loading as many score rows in bulk.
/// </summary>
internal static class RescoreSite
{
    public static async Task<int> RunAsync(int people, long events)
    {
        await using var clickHouse = await ClickHouseServer.StartAsync();
        await using var mariaDb = await MariaDbServer.StartAsync();
        var (site, store) = (await clickHouse.CreateDatabaseAsync(), await mariaDb.CreateDatabaseAsync());
        await Site.FillAsync(clickHouse, site, people, events);

        var lines = await RunEngineAsync(clickHouse, site, mariaDb, store);
        var count = await BestOfAsync(3, () => clickHouse.ExecuteAsync(site, CountAlone));
        var load = await BestOfAsync(3, () => LoadAloneAsync(mariaDb, store, people));
        foreach (var line in lines)
        {
            var part = line.Split(' ');
            var total = double.Parse(part[4], CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {events:N0} | {part[1]} | {part[0]} | {part[2]} | {count:0.00} | {load:0.00} | {part[3]} | {total:0.00} | {total / (count + load):0.0} | {part[5]} | {part[6]} | {part[7]} | {part[8]} |"));
        }

        return 0;
    }

    /// <summary>The least that any count of these factors needs: everybody, session by session, then person by person.</summary>
    private const string CountAlone = """
        select u, sum(views), sum(pricing), sum(forms), sum(demo), count(), avg(seconds), min(started), max(ended) from (
            select coalesce(nullIf(identified_user_id, ''), user_id) as u, site_id, session_id, min(timestamp_ms) as started, max(timestamp_ms) as ended,
                dateDiff('second', started, ended) as seconds, countIf(type = 'pageview') as views,
                countIf(type = 'pageview' and match(pathname, '^(/[^/]*)?/pricing(/.*)?$')) as pricing,
                countIf(type = 'form_submit') as forms, max(type = 'custom_event' and event_name = 'demo_request') as demo
            from events where timestamp >= now() - interval 31 day group by u, site_id, session_id)
        group by u format Null
        """;

    private static async Task<IReadOnlyList<string>> RunEngineAsync(ClickHouseServer clickHouse, string site, MariaDbServer mariaDb, string store)
    {
        string[] servers = [.. new[] { mariaDb.Process.Id, clickHouse.Process.Id }.Select(id => id.ToString(CultureInfo.InvariantCulture))];
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, [.. Self(), "rescore-part", clickHouse.Address.ToString(), site, mariaDb.ConnectionStringOf(store), .. servers])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("The engine's part failed.");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(RescoreSite).Assembly.Location] : [];

    private static async Task<double> BestOfAsync(int times, Func<Task> work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            await work();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static async Task LoadAloneAsync(MariaDbServer server, string store, int rows)
    {
        await server.ExecuteAsync(store, "drop table if exists load_alone");
        await server.ExecuteAsync(store, "create table load_alone like lead_scores");
        using var table = new DataTable();
        foreach (var (name, type) in new[] { ("id", typeof(long)), ("user_id", typeof(string)), ("score", typeof(decimal)), ("segment", typeof(string)), ("factors", typeof(string)), ("calculated_at", typeof(DateTime)), ("clamped", typeof(bool)) })
            table.Columns.Add(name, type);
        const string Factors = """{"page_views_last_7d":12,"time_on_site_avg":3.25,"form_submissions":1,"pricing_page_visits":2,"demo_request":1,"email_opens":0,"email_clicks":0,"return_visits":4}""";
        for (var i = 0; i < rows; i++) table.Rows.Add(i + 1, $"person-{i}", 41.5m, "warm_lead", Factors, DateTime.UtcNow, false);
        await using var connection = new MySqlConnection(server.ConnectionStringOf(store));
        await connection.OpenAsync();
        await new MySqlBulkCopy(connection) { DestinationTableName = "load_alone", BulkCopyTimeout = 600 }.WriteToServerAsync(table);
    }
}
