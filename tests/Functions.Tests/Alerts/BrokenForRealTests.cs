using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Delivery;
using PersonalizationEngine.Functions.Tests.RealSystems;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>Something is truly broken under an engine that works, and its own telemetry must fire the alert; mended, the alert must end.</summary>
public sealed class BrokenForRealTests(RealServers servers)
{
    private const int Letters = 15;

    [Fact]
    public async Task Redis_Dies_BreakersFires()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        var clickHouse = await servers.ClickHouseAsync();
        await using var redis = await RedisServer.StartAsync();
        await using var watch = await Watch.StartAsync(clickHouse, ("REDIS_URL", redis.Url));
        await using var visitors = new Visitors(watch.Client);
        await watch.AssertQuietAsync("breakers", "degraded-share");

        await redis.Process.KillAsync();
        await watch.UntilFiresAsync("breakers");
        await redis.Process.StartAsync();

        await watch.UntilOverAsync("breakers");
    }

    [Fact]
    public async Task Gorse_Dies_BreakersAndDegradedShareFire()
    {
        var clickHouse = await servers.ClickHouseAsync();
        await using var gorse = await GorseServer.StartAsync();
        await using var watch = await Watch.StartAsync(clickHouse, ("GORSE_URL", gorse.Url.ToString()), ("GORSE_API_KEY", gorse.ApiKey));
        await using var visitors = new Visitors(watch.Client, person => watch.Client.AcceptEventsAsync("rybbit", Sent.PageView(person, "/pricing")));
        await watch.AssertQuietAsync("breakers", "degraded-share");

        await gorse.Process.KillAsync();
        await watch.UntilFiresAsync("breakers", "degraded-share");
        await gorse.Process.StartAsync();

        await watch.UntilOverAsync("breakers", "degraded-share");
    }

    [Fact]
    public async Task Store_Dies_AllThatHangsOnItFires()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        var clickHouse = await servers.ClickHouseAsync();
        await using var mariaDb = await MariaDbServer.StartAsync();
        await using var watch = await Watch.StartAsync(clickHouse, ("ENGINE_MYSQL_URL", mariaDb.UrlOf(await mariaDb.CreateDatabaseAsync())));
        await using var visitors = new Visitors(watch.Client, person => watch.Client.SendEventsAsync("rybbit", Sent.PageView(person, "/pricing").ToJsonString()));
        string[] alerts = ["breakers", "degraded-share", "error-share", "timer-silence"];
        await watch.AssertQuietAsync(alerts);

        await mariaDb.Process.KillAsync();
        await watch.UntilFiresAsync(alerts);
        await mariaDb.Process.StartAsync();

        await watch.UntilOverAsync(alerts);
    }

    [Fact]
    public async Task Provider_RefusesForGood_DeadLettersFires()
    {
        var clickHouse = await servers.ClickHouseAsync();
        await using var provider = await HookReceiver.StartAsync(_ => new HookAnswer(422, """{"reason":"sender_not_verified"}"""));
        await using var watch = await Watch.StartAsync(clickHouse, ("EMAIL_WEBHOOK_URL", $"{provider.Url}email"));
        foreach (var number in Enumerable.Range(0, Letters)) await AddPersonAsync(watch.Client, $"p{number}");
        await watch.AssertQuietAsync("dead-letters");

        await SendCampaignAsync(watch.Client);
        await watch.UntilFiresAsync("dead-letters");
        provider.Answer = _ => new HookAnswer(200);
        (await watch.Client.AdminAsync(HttpMethod.Post, "dead-letters/replay", """{"since":"2026-01-01T00:00:00Z","kind":"message"}""")).AssertOk();

        await watch.UntilOverAsync("dead-letters");
    }

    private static Task AddPersonAsync(EngineClient client, string user) => client.AcceptEventsAsync(
        "cdp",
        Sent.Cdp("customer.upserted", 5, new JsonObject { ["user_id"] = user, ["email"] = $"{user}@example.com", ["name"] = "Ada" }),
        Sent.Cdp("consent.updated", 4, new JsonObject { ["user_id"] = user, ["consents"] = new JsonObject { ["email"] = true } }));

    private static async Task SendCampaignAsync(EngineClient client)
    {
        var template = MessagingEngine.Email("Hello", "<p>Hello</p>");
        (await client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        var campaign = new JsonObject { ["name"] = "Refused", ["template"] = (string)template["key"]!, ["audience"] = new JsonObject() };
        var id = (long)(await client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;
        (await client.AdminAsync(HttpMethod.Post, $"campaigns/{id}/send")).AssertOk();
    }
}
