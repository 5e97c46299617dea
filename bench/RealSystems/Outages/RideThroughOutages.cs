using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Servers;
using PersonalizationEngine.Servers.Load;

namespace PersonalizationEngine.RealSystems.Outages;

/// <summary>
/// 500 decisions a second, one in fifty for somebody never seen, while each system fails in each way, and all of them at once;
/// beside it events are sent, and in the end none that was acknowledged may be missing.
/// </summary>
internal static class RideThroughOutages
{
    private const int PerSecond = 500, People = 2000, StrangerEvery = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(TimeSpan outage)
    {
        await using var mariaDb = await MariaDbServer.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        await using var clickHouse = await ClickHouseServer.StartAsync();
        await using var gorse = await GorseServer.StartAsync();
        await using var toMariaDb = new SlowLink(mariaDb.Port);
        await using var toRedis = new SlowLink(redis.Process.Port);
        await using var toClickHouse = new SlowLink(clickHouse.Process.Port);
        await using var toGorse = new SlowLink(gorse.Process.Port);
        var (site, store) = (await clickHouse.CreateDatabaseAsync(), await mariaDb.CreateDatabaseAsync());
        await Rescoring.Site.FillAsync(clickHouse, site, 1000, 20_000);
        await using var engine = await EngineUnderTest.StartAsync(
            ("ENGINE_MYSQL_URL", $"mysql://root@127.0.0.1:{toMariaDb.Port}/{store}"), ("REDIS_URL", $"redis://127.0.0.1:{toRedis.Port}"),
            ("CLICKHOUSE_URL", $"http://127.0.0.1:{toClickHouse.Port}/{site}"), ("GORSE_URL", $"http://127.0.0.1:{toGorse.Port}"),
            ("GORSE_API_KEY", gorse.ApiKey));
        Dependency[] systems =
        [
            new("MySQL", mariaDb.Process, toMariaDb), new("Redis", redis.Process, toRedis),
            new("ClickHouse", clickHouse.Process, toClickHouse), new("Gorse", gorse.Process, toGorse),
        ];

        await PrepareAsync(engine);
        var sender = new EventSender(engine, People);
        using var stopping = new CancellationTokenSource();
        var sending = sender.RunAsync(stopping.Token);
        Console.WriteLine("| system | | requests | failed | p50 ms | p99 ms | longest ms | well again after s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        await PhaseAsync(engine, "none", [], Failure.Killed, outage);
        foreach (var how in Enum.GetValues<Failure>())
        {
            foreach (var system in systems) await PhaseAsync(engine, system.Name, [system], how, outage);
            await PhaseAsync(engine, "all", systems, how, outage);
        }

        await stopping.CancelAsync();
        await sending;
        var (lost, doubled) = await sender.CheckAsync(mariaDb.ConnectionStringOf(store));
        Console.WriteLine($"\n{sender.Acknowledged} events acknowledged meanwhile: {lost} lost, {doubled} doubled.");
        foreach (var line in engine.Output.Where(line => line.Contains("works again", StringComparison.Ordinal) || line.Contains("not asked for a while", StringComparison.Ordinal)).TakeLast(40))
            await Console.Error.WriteLineAsync(line);
        return lost + doubled == 0 ? 0 : 1;
    }

    private static async Task PrepareAsync(EngineUnderTest engine)
    {
        for (var person = 0; person < People; person++)
            if (!await engine.SendAsync($"prepared-{person}", $"u{person}")) throw new InvalidOperationException("An event was refused.");
        await UntilWellAsync(engine);
        await Load(engine).RunAsync(TimeSpan.FromSeconds(8), CancellationToken.None);
    }

    private static async Task PhaseAsync(EngineUnderTest engine, string name, Dependency[] failing, Failure how, TimeSpan outage)
    {
        await UntilWellAsync(engine);
        // A second before, the outage, and ten seconds in which it has to be well again.
        var loading = Load(engine).RunAsync(TimeSpan.FromSeconds(1) + outage + TimeSpan.FromSeconds(10), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Task.WhenAll(failing.Select(system => system.FailAsync(how)));
        await Task.Delay(outage);
        await Task.WhenAll(failing.Select(system => system.ReturnAsync(how)));
        var returned = Stopwatch.StartNew();
        await UntilWellAsync(engine);
        var recovery = returned.Elapsed;
        var report = await loading;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {(failing.Length == 0 ? "" : how.ToString().ToLowerInvariant())} | {report.Count} | {report.Failed} | {report.Percentile(0.5):0.0} | {report.Percentile(0.99):0.0} | {report.Percentile(1):0} | {(failing.Length == 0 ? "" : $"{recovery.TotalSeconds:0.0}")} |"));
    }

    private static ConstantLoad Load(EngineUnderTest engine) => new(
        engine.Http,
        number => EngineUnderTest.Personalize(number % StrangerEvery == 0 ? $"stranger-{number}-{Stopwatch.GetTimestamp()}" : $"u{number % People}"),
        PerSecond);

    private static async Task UntilWellAsync(EngineUnderTest engine)
    {
        var waited = Stopwatch.StartNew();
        while (!await engine.IsWellAsync("u7"))
        {
            if (waited.Elapsed > Patience) throw new TimeoutException($"The engine did not recover: {string.Join('\n', engine.Output.TakeLast(20))}");
            await Task.Delay(50);
        }
    }
}
