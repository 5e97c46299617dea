using System.Diagnostics;
using MySqlConnector;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;
using StackExchange.Redis;

namespace PersonalizationEngine.Functions.Tests.Privacy;

/// <summary>Two engines on MariaDB, Redis and Gorse: somebody is erased while events about them keep arriving.</summary>
public sealed class EverywhereTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly DataFolder _first = new(), _second = new();
    private MariaDbServer? _mariaDb;
    private RedisServer? _redis;
    private GorseServer? _gorse;
    private EngineProcess? _one, _other;
    private string _store = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        _mariaDb = await MariaDbServer.StartAsync();
        _redis = await RedisServer.StartAsync();
        _gorse = await GorseServer.StartAsync();
        _store = await _mariaDb.CreateDatabaseAsync();
        (string, string)[] settings =
        [
            ("ENGINE_MYSQL_URL", _mariaDb.UrlOf(_store)), ("REDIS_URL", _redis.Url), ("GORSE_URL", _gorse.Url.ToString()), ("GORSE_API_KEY", _gorse.ApiKey),
            ("DECISION_KEY", Convert.ToBase64String(new byte[32])), ("LOG_LEVEL", "Information"),
        ];
        _one = await EngineProcess.StartAsync(_first.Path, settings);
        _other = await EngineProcess.StartAsync(_second.Path, settings);
        await _one.Client.BecomeReadyAsync();
        await _other.Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { _one, _other, _gorse, _redis, _mariaDb })
            if (one is not null) await one.DisposeAsync();
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task Erase_WhileEventsKeepArriving_LeavesNoTraceAnywhere()
    {
        var person = await KnownPerson.MakeAsync(_one!.Client);
        await TellGorseAsync(person.Customer);
        Assert.NotEmpty(await TracesAsync(person));
        using var stopping = new CancellationTokenSource();
        Task[] senders = [SendAsync(_one.Client, person, stopping.Token), SendAsync(_other!.Client, person, stopping.Token), AskAsync(_one.Client, person, stopping.Token), AskAsync(_other.Client, person, stopping.Token)];
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var answer = (await _other.Client.AdminAsync(HttpMethod.Delete, $"people/{person.Device}")).AssertOk();
        Assert.Equal("done", (string?)answer.Json["state"]);
        Assert.All(answer.Json["counts"]!.AsArray(), count => Assert.Equal(0, (long)count!["after"]!));
        for (var look = 0; look < 5; look++)
        {
            Assert.Empty(await TracesAsync(person));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await stopping.CancelAsync();
        await Task.WhenAll(senders);
        Assert.Empty(await TracesAsync(person));
        foreach (var engine in new[] { _one, _other })
        {
            Assert.DoesNotContain(engine.Output, line => person.Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
            Assert.False((bool)(await engine.Client.GetAsync($"/api/v1/segment/{person.Customer}")).AssertOk().Json["known"]!);
        }
    }

    [Fact]
    public async Task Erase_WhileGorseIsDown_IsGoneOnWithUntilGorseHasForgotten()
    {
        var person = await KnownPerson.MakeAsync(_one!.Client);
        await TellGorseAsync(person.Customer);
        await _gorse!.Process.KillAsync();

        var answer = await _one.Client.AdminAsync(HttpMethod.Delete, $"people/{person.Customer}");
        Assert.Equal((202, "pending", "gorse"), (answer.Status, (string?)answer.Json["state"], (string?)Assert.Single(answer.Json["pending"]!.AsArray())));
        (await _one.Client.AdminAsync(HttpMethod.Post, $"people/{person.Customer}/restore-permission")).AssertProblem(409);
        Assert.Empty(await InStoreAsync(person));

        await _gorse.Process.StartAsync();
        var waited = Stopwatch.StartNew();
        while ((string?)(await _one.Client.AdminAsync(HttpMethod.Get, $"erasures/{answer.Json["erasure_id"]}")).AssertOk().Json["state"] != "done")
        {
            Assert.True(waited.Elapsed < Patience, string.Join('\n', _one.Output));
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.Empty(await TracesAsync(person));
    }

    /// <summary>What the timer tells within a minute.</summary>
    private async Task TellGorseAsync(string user)
    {
        using var http = Gorse();
        (await http.PostAsync("/api/user", new StringContent($$"""{"UserId": "{{user}}", "Labels": {}, "Comment": ""}""")))
            .EnsureSuccessStatusCode();
        (await http.PutAsync("/api/feedback", new StringContent(
            $$"""[{"FeedbackType": "interest", "UserId": "{{user}}", "ItemId": "i", "Value": 3, "Timestamp": "2026-01-01T00:00:00Z", "Comment": ""}]"""))).EnsureSuccessStatusCode();
    }

    private static async Task SendAsync(EngineClient client, KnownPerson person, CancellationToken stopping)
    {
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            var view = Sent.PageView(number % 2 == 0 ? person.Customer : person.Device, "/pricing");
            view["event_id"] = $"{person.Customer}:{number}:{client.Address.Port}";
            await client.SendEventsAsync("rybbit", view.ToJsonString());
            await client.SendEventsAsync("cdp", number % 2 == 0 ? person.Upserted().ToJsonString() : person.Broken().ToJsonString());
            await client.PostAsync("/api/v1/events", person.Click());
        }
    }

    private static async Task AskAsync(EngineClient client, KnownPerson person, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            foreach (var id in new[] { person.Customer, person.Device, person.Alias })
            {
                await client.GetAsync($"/api/v1/personalize/{id}?slots=hero");
                await client.PostAsync($"/api/v1/lead-score/{id}");
            }
        }
    }

    private async Task<IReadOnlyList<string>> TracesAsync(KnownPerson person) =>
        [.. await InStoreAsync(person), .. await InRedisAsync(person), .. await InGorseAsync(person)];

    private async Task<IReadOnlyList<string>> InStoreAsync(KnownPerson person)
    {
        var found = new List<string>();
        await using var connection = new MySqlConnection(_mariaDb!.ConnectionStringOf(_store));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in await RowsAsync(connection, "select table_name from information_schema.tables where table_schema = database()"))
        {
            if (table is "content_rules" or "definition_versions") continue;
            foreach (var row in await RowsAsync(connection, $"select * from {table}"))
                found.AddRange(person.Secrets.Where(secret => row.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{table}: {secret} in {row}"));
        }

        return found;
    }

    private static async Task<List<string>> RowsAsync(MySqlConnection connection, string sql)
    {
        await using var command = new MySqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetValue(place) switch
            {
                byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
                var value => $"{value}",
            })));
        }

        return rows;
    }

    private async Task<IReadOnlyList<string>> InRedisAsync(KnownPerson person)
    {
        var found = new List<string>();
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_redis!.Process.Port}");
        var database = redis.GetDatabase();
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            var text = $"{key} {string.Join(' ', (await database.HashGetAllAsync(key)).Select(field => $"{field.Name} {field.Value}"))}";
            found.AddRange(person.Secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"redis: {secret} in {text}"));
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> InGorseAsync(KnownPerson person)
    {
        using var http = Gorse();
        var text = await http.GetStringAsync("/api/users?n=10000") + await http.GetStringAsync("/api/feedback?n=10000");
        return [.. person.Secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"gorse: {secret}")];
    }

    private HttpClient Gorse()
    {
        var http = new HttpClient { BaseAddress = _gorse!.Url };
        http.DefaultRequestHeaders.Add("X-API-Key", _gorse.ApiKey);
        return http;
    }
}
