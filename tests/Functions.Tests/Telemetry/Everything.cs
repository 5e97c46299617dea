using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Delivery;
using PersonalizationEngine.Functions.Tests.Feedback;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>A little of everything that is measured.</summary>
internal static class Everything
{
    public const string Person = "measured";

    /// <returns>How many of its three decisions said that they were degraded.</returns>
    public static async Task<int> DoAsync(EngineClient client)
    {
        var view = new JsonArray(Sent.PageView(Person, "/pricing", minutesAgo: 2)).ToJsonString();
        var half = new JsonArray(new JsonObject { ["type"] = "pageview" }, Sent.PageView(Person, "/", minutesAgo: 2)).ToJsonString();
        foreach (var body in (string[])[view, view, half]) (await client.SendEventsAsync("rybbit", body, "msg_measured")).AssertOk();
        await client.AddRuleAsync(Defined.Rule(Defined.For(Person), Defined.Show("hero", "for them")));
        await client.AddExperimentAsync(Defined.Experiment("measured", "a", "b"));
        JsonNode[] decisions =
        [
            (await client.GetAsync("/api/v1/personalize/nobody?slots=footer")).AssertOk().Json, await client.PersonalizeAsync(Person, "slots=hero"),
            await client.PersonalizeAsync(Person, "slots=hero"),
        ];
        var decision = (string)decisions[^1]["decision_id"]!;
        (await client.ReportAsync(Reported.Slot("impression", decision, "hero"), Reported.Slot("click", decision, "hero"))).AssertOk();
        await WriteToAsync(client);
        return decisions.Count(one => (bool)one["degraded"]!);
    }

    /// <summary>An email. In a run for figures nobody listens where the provider should be, so that it waits for another attempt.</summary>
    public static async Task WriteToAsync(EngineClient client)
    {
        await client.AcceptEventsAsync(
            "cdp",
            Sent.Cdp("customer.upserted", 5, new JsonObject { ["user_id"] = Person, ["email"] = "measured@example.com", ["name"] = "M" }),
            Sent.Cdp("consent.updated", 4, new JsonObject { ["user_id"] = Person, ["consents"] = new JsonObject { ["email"] = true } }));
        var template = MessagingEngine.Email("Hello", "<p>Hello</p>");
        (await client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        var campaign = new JsonObject { ["name"] = "Measured", ["template"] = (string)template["key"]!, ["audience"] = new JsonObject { ["email"] = "measured@example.com" } };
        var id = (long)(await client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;
        (await client.AdminAsync(HttpMethod.Post, $"campaigns/{id}/send")).AssertOk();
    }
}
