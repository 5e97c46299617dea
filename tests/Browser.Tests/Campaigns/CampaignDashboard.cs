using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Browser.Tests.Campaigns;

/// <summary>An engine with a provider of email that answers as slowly as a test wants, and quiet hours about now by UTC.</summary>
public sealed class CampaignDashboard : IAsyncLifetime
{
    /// <summary>Now it is the other end of the day there.</summary>
    public const string Awake = "Etc/GMT-12", Asleep = "Etc/UTC";

    private EngineProcess? _process;
    private HookReceiver? _provider;
    private volatile int _delay;

    public EngineClient Client => _process!.Client;

    public Uri Address => Client.Address;

    /// <summary>How long the provider takes for a message, in milliseconds.</summary>
    public int ProviderTakes { get => _delay; set => _delay = value; }

    public async ValueTask InitializeAsync()
    {
        // Answers that sleep must not keep the next request from being taken: then the engine would give up on what was received.
        ThreadPool.SetMinThreads(200, 16);
        _provider = await HookReceiver.StartAsync(_ =>
        {
            Thread.Sleep(_delay);
            return new HookAnswer(200);
        });
        var now = DateTimeOffset.UtcNow;
        _process = await EngineProcess.StartAsync(
            null, ("EMAIL_WEBHOOK_URL", $"{_provider.Url}email"), ("delivery__parallel_sends", "4"), ("delivery__parallel_chunks", "2"),
            ("delivery__quiet_hours__0__start", $"{now.AddHours(-2):HH:00}"), ("delivery__quiet_hours__0__end", $"{now.AddHours(4):HH:00}"));
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
        var traits = new JsonObject { ["group"] = group };
        await Client.AcceptEventsAsync(
            "cdp",
            Sent.Cdp("customer.upserted", 5, new JsonObject { ["user_id"] = user, ["email"] = $"{user}@example.com", ["name"] = "Ada", ["timezone"] = zone, ["traits"] = traits }),
            Sent.Cdp("consent.updated", 4, new JsonObject
            {
                ["user_id"] = user,
                ["consents"] = new JsonObject { ["email"] = consents, ["analytics"] = true, ["personalization"] = true },
            }));
        return user;
    }

    /// <returns>Its key.</returns>
    public async Task<string> TemplateAsync()
    {
        var template = new JsonObject
        {
            ["key"] = Defined.NewKey(),
            ["name"] = "An email",
            ["channels"] = new JsonObject { ["email"] = new JsonObject { ["subject"] = "Hello {{ person.name }}", ["html"] = "<p>Hello</p>" } },
        };
        (await Client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        return (string)template["key"]!;
    }

    public async Task<long> CampaignAsync(string name, string group)
    {
        var campaign = new JsonObject { ["name"] = name, ["template"] = await TemplateAsync(), ["audience"] = new JsonObject { ["traits.group"] = group } };
        return (long)(await Client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;
    }

    /// <summary>Asks until the numbers are as they should be; orchestrations take their time.</summary>
    public async Task<JsonNode> StatsAsync(long campaign, Func<JsonNode, bool> until)
    {
        for (var waits = 0; ; waits++)
        {
            var answer = await Client.AdminAsync(HttpMethod.Get, $"campaigns/{campaign}/stats");
            if (answer.Status == 200 && until(answer.Json)) return answer.Json;
            Assert.True(waits < 300, answer.Body);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public int SentTo(string user) => _provider!.Hooks.Count(hook => hook.Body.Contains(user, StringComparison.Ordinal));
}
