using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.RealSystems;

/// <summary>Two engines on one MySQL and one Redis: what is told to one, the other knows.</summary>
public sealed class TwoProcessesTests(RealServers servers) : IAsyncLifetime
{
    /// <summary>A second is promised; a machine that runs all tests at once may take longer to look.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(10);

    private readonly DataFolder _first = new(), _second = new();
    private EngineProcess? _one, _other;

    private EngineClient One => _one!.Client;

    private EngineClient Other => _other!.Client;

    public async ValueTask InitializeAsync()
    {
        var mariaDb = await servers.MariaDbAsync();
        var redis = await servers.RedisAsync();
        (string, string)[] settings =
        [
            ("ENGINE_MYSQL_URL", mariaDb.UrlOf(await mariaDb.CreateDatabaseAsync())), ("REDIS_URL", redis.Url),
            ("DECISION_KEY", Convert.ToBase64String(new byte[32])), ("cache__person_seconds", "300"),
        ];
        // At once, on an empty database: one of them makes the tables.
        var starting = new[] { EngineProcess.StartAsync(_first.Path, settings), EngineProcess.StartAsync(_second.Path, settings) };
        (_one, _other) = (await starting[0], await starting[1]);
        await One.BecomeReadyAsync();
        await Other.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_one is not null) await _one.DisposeAsync();
        if (_other is not null) await _other.DisposeAsync();
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task Rule_AddedThroughOne_IsInForceInTheOtherWithinASecond()
    {
        var user = Sent.NewId();
        await Other.PersonalizeAsync(user);

        await One.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "from the other")));

        await ComesAboutAsync(async () => (await Other.SlotAsync(user, "hero")).Content == "\"from the other\"");
    }

    [Fact]
    public async Task Event_SentToOne_ChangesTheScoreInTheOtherWithinASecond()
    {
        var user = Sent.NewId();
        Assert.Equal(0m, (decimal)(await Other.PersonalizeAsync(user))["score"]!);

        await One.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));

        await ComesAboutAsync(async () => (decimal)(await Other.PersonalizeAsync(user))["score"]! == 3.5m);
    }

    [Fact]
    public async Task Item_HiddenThroughOne_IsNoLongerRecommendedByTheOther()
    {
        var (item, user) = (Sent.NewId("item"), Sent.NewId());
        await One.AcceptEventsAsync("cdp", Sent.Item(item, minutesAgo: 5));
        await ComesAboutAsync(async () => await RecommendsAsync(Other, user, item));

        var hidden = Sent.Item(item);
        hidden["data"]!["hidden"] = true;
        await One.AcceptEventsAsync("cdp", hidden);

        await ComesAboutAsync(async () => !await RecommendsAsync(Other, user, item));
    }

    /// <summary>The same event sent to both at once counts once, and the same person made by both is one.</summary>
    [Fact]
    public async Task Events_SentToBothAtOnce_CountOnce()
    {
        var user = Sent.NewId();
        JsonObject[] events = [.. Enumerable.Range(0, 40).Select(i => Identified(Sent.PageView(user, "/", 30 - (i * 0.1), "s"), $"{user}-{i}"))];

        await Task.WhenAll(events.SelectMany(sent => new[]
        {
            One.AcceptEventsAsync("rybbit", sent.DeepClone().AsObject()), Other.AcceptEventsAsync("rybbit", sent.DeepClone().AsObject()),
        }));

        var score = (await One.PostAsync($"/api/v1/lead-score/{user}")).AssertOk().Json;
        var views = score["receipt"]!.AsArray().Single(line => (string?)line!["factor"] == "page_views_last_7d")!;
        Assert.Equal(40m, (decimal)views["value"]!);
    }

    private static JsonObject Identified(JsonObject sent, string id)
    {
        sent["event_id"] = id;
        return sent;
    }

    private static async Task<bool> RecommendsAsync(EngineClient engine, string user, string item) =>
        (await engine.GetAsync($"/api/v1/recommend/{user}?limit=100")).AssertOk().Json["recommendations"]!.AsArray()
            .Any(one => (string?)one!["item_id"] == item);

    private static async Task ComesAboutAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < Patience, "It did not come about.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        TestContext.Current.SendDiagnosticMessage("After {0:0} ms ({1:0} promised).", waited.Elapsed.TotalMilliseconds, Promised.TotalMilliseconds);
    }
}
