using System.Collections.Concurrent;
using MySqlConnector;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;
using PersonalizationEngine.Servers.Load;

namespace PersonalizationEngine.Functions.Tests.RealSystems;

/// <summary>
/// The store, the shared cache and Gorse die, stand still and come back while decisions are asked for and events are sent. How
/// long answers take meanwhile is measured by bench/RealSystems.
/// </summary>
public sealed class OutageTests
{
    private const int People = 50, PerSecond = 60;

    private readonly ConcurrentBag<string> _acknowledged = [];

    public enum Outage
    {
        Killed,
        Paused,
    }

    [Theory]
    [InlineData(Outage.Killed)]
    [InlineData(Outage.Paused)]
    public async Task Everything_FailsAtOnce_DecisionsFlowAndNothingAcknowledgedIsLost(Outage outage)
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        await using var mariaDb = await MariaDbServer.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        await using var gorse = await GorseServer.StartAsync();
        var store = await mariaDb.CreateDatabaseAsync();
        await using var engine = await EngineProcess.StartAsync(
            null, ("ENGINE_MYSQL_URL", mariaDb.UrlOf(store)), ("REDIS_URL", redis.Url), ("GORSE_URL", gorse.Url.ToString()),
            ("GORSE_API_KEY", gorse.ApiKey));
        await engine.Client.BecomeReadyAsync();
        for (var person = 0; person < People; person++) await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView($"u{person}", "/pricing"));

        using var http = new HttpClient { BaseAddress = engine.Client.Address };
        using var stopping = new CancellationTokenSource();
        var sending = SendAsync(engine, stopping.Token);
        var deciding = new ConstantLoad(http, Ask, PerSecond).RunAsync(TimeSpan.FromSeconds(9), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        ServerProcess[] servers = [mariaDb.Process, redis.Process, gorse.Process];
        await Task.WhenAll(servers.Select(server => outage == Outage.Killed ? server.KillAsync() : server.PauseAsync()));
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.True((bool)(await engine.Client.PersonalizeAsync(Sent.NewId()))["degraded"]!);
        await Task.WhenAll(servers.Select(server => outage == Outage.Killed ? server.StartAsync() : server.ResumeAsync()));

        var report = await deciding;
        await stopping.CancelAsync();
        await sending;
        await engine.Client.BecomeReadyAsync();

        Assert.Equal((PerSecond * 9, 0), (report.Count, report.Failed));
        Assert.NotEmpty(_acknowledged);
        Assert.Empty(_acknowledged.Except(await StoredAsync(mariaDb.ConnectionStringOf(store))));
    }

    private static HttpRequestMessage Ask(int number)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/personalize/{(number % 10 == 0 ? $"stranger-{number}" : $"u{number % People}")}");
        request.Headers.Add("x-functions-key", EngineProcess.FunctionKey);
        return request;
    }

    private async Task SendAsync(EngineProcess engine, CancellationToken stopping)
    {
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            var (id, sent) = ($"outage-{number}", Sent.PageView($"u{number % People}", "/"));
            sent["event_id"] = id;
            var answer = await engine.Client.SendEventsAsync("rybbit", sent.ToJsonString());
            // The fault is not the sender's, and is told as what it is.
            Assert.True(answer.Status is 200 or 503, $"{answer.Status}: {string.Join('\n', engine.Output.TakeLast(30))}");
            if (answer.Status == 200) _acknowledged.Add(id);
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(string connectionString)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new MySqlCommand("select event_id from events where event_id like 'outage-%'", connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var stored = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) stored.Add(rows.GetString(0));
        return stored;
    }
}
