using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>An engine with a provider of email and text messages, one message a day for each, and quiet hours about now by UTC.</summary>
public sealed class CampaignEngine : IAsyncLifetime
{
    /// <summary>Now it is the other end of the day there.</summary>
    public const string Awake = "Etc/GMT-12", Asleep = "Etc/UTC";

    private EngineProcess? _process;
    private HookReceiver? _provider;

    public HookReceiver Provider => _provider!;

    public EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        _provider = await HookReceiver.StartAsync();
        var hour = DateTimeOffset.UtcNow;
        _process = await EngineProcess.StartAsync(
            null,
            ("EMAIL_WEBHOOK_URL", $"{Provider.Url}email"),
            ("delivery__quiet_hours__0__start", $"{hour.AddHours(-2):HH:00}"), ("delivery__quiet_hours__0__end", $"{hour.AddHours(4):HH:00}"),
            ("delivery__frequency_caps__0__name", "daily"), ("delivery__frequency_caps__0__limit", "1"), ("delivery__frequency_caps__0__hours", "24"));
        await Client.BecomeReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
    }

    public async Task<string> PersonAsync(string group, bool consents = true, string zone = Awake)
    {
        var user = Sent.NewId();
        await Client.AcceptEventsAsync(
            "cdp",
            Sent.Cdp("customer.upserted", 5, new JsonObject
            {
                ["user_id"] = user,
                ["email"] = $"{user}@example.com",
                ["name"] = "Ada",
                ["timezone"] = zone,
                ["traits"] = new JsonObject { ["group"] = group },
            }),
            Sent.Cdp("consent.updated", 4, new JsonObject
            {
                ["user_id"] = user,
                ["consents"] = new JsonObject { ["email"] = consents, ["analytics"] = true, ["personalization"] = true },
            }));
        return user;
    }

    public async Task<string> TemplateAsync()
    {
        var template = MessagingEngine.Email("Hello {{ person.name }}", "<p>Hello {{ person.name }}</p>");
        (await Client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        return (string)template["key"]!;
    }

    public static JsonObject Campaign(string template, string group) => new()
    {
        ["name"] = "A campaign",
        ["template"] = template,
        ["audience"] = new JsonObject { ["traits.group"] = group },
    };

    public async Task<long> AddAsync(JsonObject campaign) =>
        (long)(await Client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;

    public Task<EngineResponse> DoAsync(long campaign, string what) => Client.AdminAsync(HttpMethod.Post, $"campaigns/{campaign}/{what}");

    public async Task<JsonNode> StatsAsync(long campaign) => (await Client.AdminAsync(HttpMethod.Get, $"campaigns/{campaign}/stats")).AssertOk().Json;

    /// <summary>Asks until the numbers are as they should be; orchestrations take their time.</summary>
    public async Task<JsonNode> StatsAsync(long campaign, Func<JsonNode, bool> until)
    {
        var stats = await StatsAsync(campaign);
        for (var waits = 0; waits < 400 && !until(stats); waits++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            stats = await StatsAsync(campaign);
        }

        Assert.True(until(stats), stats.ToJsonString());
        return stats;
    }

    public async Task<JsonArray> DeliveriesAsync(string query) =>
        (await Client.AdminAsync(HttpMethod.Get, $"deliveries?{query}")).AssertOk().Json["items"]!.AsArray();

    public IReadOnlyList<Hook> SentTo(string user) => [.. Provider.Hooks.Where(hook => hook.Body.Contains(user, StringComparison.Ordinal))];
}
