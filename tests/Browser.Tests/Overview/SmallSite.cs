using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Overview;

/// <summary>What a small site sends to the engine.</summary>
internal static class SmallSite
{
    public static async Task DecideAsync(this EngineClient client, int times)
    {
        for (var i = 0; i < times; i++) (await client.GetAsync($"/api/v1/personalize/visitor-{i}?slots=hero")).AssertOk();
    }

    /// <summary>Shows an item to so many people, of whom some click.</summary>
    public static async Task ShowAsync(this EngineClient client, int shown, int clicked)
    {
        await client.AcceptEventsAsync("cdp", Event("item.upserted", new JsonObject { ["item_id"] = "an-item", ["title"] = "An item", ["categories"] = new JsonArray("general") }));
        var rule = new JsonObject
        {
            ["name"] = "The item first",
            ["conditions"] = new JsonObject(),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "pin", ["item_id"] = "an-item" }),
        };
        (await client.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString())).AssertOk();
        for (var i = 0; i < shown; i++)
        {
            var decision = (string)(await client.GetAsync($"/api/v1/personalize/reader-{i}")).AssertOk().Json["decision_id"]!;
            await ReportAsync(client, "impression", decision);
            if (i < clicked) await ReportAsync(client, "click", decision);
        }
    }

    /// <summary>Customers who may be written to by email.</summary>
    public static async Task AddCustomersAsync(this EngineClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await client.AcceptEventsAsync(
                "cdp",
                Event("customer.upserted", new JsonObject { ["user_id"] = $"customer-{i}", ["email"] = $"customer{i}@example.com" }),
                Event("consent.updated", new JsonObject { ["user_id"] = $"customer-{i}", ["consents"] = new JsonObject { ["email"] = true } }));
        }
    }

    public static async Task SendCampaignAsync(this EngineClient client)
    {
        var template = new JsonObject
        {
            ["key"] = "hello",
            ["name"] = "Hello",
            ["channels"] = new JsonObject { ["email"] = new JsonObject { ["subject"] = "Hello", ["html"] = "<p>Hello</p>" } },
        };
        (await client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        var campaign = new JsonObject { ["name"] = "To everybody", ["template"] = "hello", ["audience"] = new JsonObject() };
        var id = (long)(await client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;
        (await client.AdminAsync(HttpMethod.Post, $"campaigns/{id}/send")).AssertOk();
    }

    public static async Task StartExperimentAsync(this EngineClient client, string key, string name)
    {
        var experiment = new JsonObject
        {
            ["key"] = key,
            ["name"] = name,
            ["status"] = "running",
            ["variants"] = new JsonArray(new JsonObject { ["key"] = "old" }, new JsonObject { ["key"] = "new" }),
        };
        (await client.AdminAsync(HttpMethod.Post, "experiments", experiment.ToJsonString())).AssertOk();
    }

    private static async Task ReportAsync(EngineClient client, string type, string decision)
    {
        var report = new JsonObject { ["type"] = type, ["decision_id"] = decision, ["item_id"] = "an-item" };
        (await client.PostAsync("/api/v1/events", new JsonArray(report).ToJsonString())).AssertOk();
    }

    private static JsonObject Event(string type, JsonObject data) => new()
    {
        ["type"] = type,
        ["timestamp"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
        ["data"] = data,
    };
}
