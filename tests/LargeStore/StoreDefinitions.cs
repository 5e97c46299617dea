using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.LargeStore;

/// <summary>What marketers write, sent through the front door so that it is checked as theirs is.</summary>
/// <param name="engine">With the address of a running engine on an empty data folder.</param>
/// <param name="webhookToken">One of its <c>WEBHOOK_TOKENS</c>.</param>
public sealed class StoreDefinitions(HttpClient engine, string masterKey, string webhookToken)
{
    private const int VersionsOfTheFirstRule = 40;

    private static readonly string[] Slots = ["hero", "banner"];
    private static readonly string[] Segments = ["cold_lead", "warm_lead", "hot_lead", "sales_ready"];

    public async Task SendAsync()
    {
        await PostItemsAsync();
        for (var n = 0; n < StoreSize.Rules; n++) await AdminAsync(HttpMethod.Post, "rules", Rule(n));
        for (var version = 2; version <= VersionsOfTheFirstRule; version++) await ChangeFirstRuleAsync(version);
        for (var n = 0; n < StoreSize.Experiments; n++) await AdminAsync(HttpMethod.Post, "experiments", Experiment(n));
        for (var n = 0; n < 10; n++) await AdminAsync(HttpMethod.Post, "segments", Segment(n));
        for (var n = 0; n < 10; n++) await AdminAsync(HttpMethod.Post, "templates", Template(n));
        for (var n = 0; n < StoreSize.Campaigns; n++) await AdminAsync(HttpMethod.Post, "campaigns", Campaign(n));
    }

    private async Task ChangeFirstRuleAsync(int version)
    {
        var changed = Rule(0);
        changed["description"] = $"As of version {version}.";
        await AdminAsync(HttpMethod.Put, "rules/1", changed, $"\"{version - 1}\"");
    }

    private async Task PostItemsAsync()
    {
        var items = Enumerable.Range(0, StoreSize.Items).Select(n => new JsonObject
        {
            ["type"] = "item.upserted",
            ["event_id"] = $"item-{n}",
            ["data"] = new JsonObject
            {
                ["item_id"] = $"item-{n:000}",
                ["title"] = $"Article {n} about topic {n % 20}",
                ["url"] = $"https://www.example.com/blog/item-{n:000}",
                ["description"] = "What it says, in one or two sentences that are as long as such sentences are.",
                ["categories"] = new JsonArray($"category-{n % 12}", $"category-{n % 7 + 12}"),
                ["tags"] = new JsonArray($"topic-{n % 20}"),
            },
        });
        using var request = Json(HttpMethod.Post, "webhook/cdp", new JsonArray([.. items]));
        request.Headers.Add("x-webhook-token", webhookToken);
        await SendAsync(request);
    }

    private static JsonObject Rule(int n) => new()
    {
        ["name"] = $"Rule {n}: {Segments[n % 4].Replace('_', ' ')}s from {Country(n)}",
        ["priority"] = 100 - n,
        ["holdout"] = 0.05,
        ["conditions"] = new JsonObject { ["segment"] = Segments[n % 4], ["country"] = Country(n) },
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "show",
            ["slot"] = Slots[n % 2],
            ["content"] = new JsonObject { ["headline"] = $"Headline {n}" },
        }),
    };

    private static JsonObject Experiment(int n) => new()
    {
        ["key"] = $"experiment_{n}",
        ["name"] = $"Experiment {n}",
        ["status"] = n < 8 ? "running" : "draft",
        ["variants"] = new JsonArray(new JsonObject { ["key"] = "control" }, new JsonObject { ["key"] = "bold" }),
        ["metrics"] = new JsonArray(new JsonObject { ["key"] = "signup", ["kind"] = "conversion", ["goal"] = "signup" }),
    };

    private static JsonObject Segment(int n) => new()
    {
        ["key"] = $"segment-{n}",
        ["name"] = $"Segment {n}",
        ["condition"] = new JsonObject { ["country"] = Country(n), ["score"] = new JsonObject { ["$gte"] = n * 10 } },
    };

    private static JsonObject Template(int n) => new()
    {
        ["key"] = $"template-{n}",
        ["name"] = $"Template {n}",
        ["channels"] = new JsonObject
        {
            ["email"] = new JsonObject { ["subject"] = "Hello {{ person.name }}", ["html"] = "<p>Hello {{ person.name }}</p>" },
            ["website"] = new JsonObject { ["title"] = "Hello", ["body"] = "Something new." },
        },
    };

    private static JsonObject Campaign(int n) => new()
    {
        ["name"] = $"Campaign {n}",
        ["template"] = $"template-{n}",
        ["audience"] = new JsonObject { ["country"] = Country(n) },
    };

    private static string Country(int n) => (n % 5) switch { 0 => "DE", 1 => "FR", 2 => "GB", 3 => "US", _ => "NL" };

    private async Task AdminAsync(HttpMethod method, string path, JsonObject document, string? ifMatch = null)
    {
        using var request = Json(method, $"api/v1/admin/{path}", document);
        request.Headers.Add("x-functions-key", masterKey);
        if (ifMatch is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        await SendAsync(request);
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        using var response = await engine.SendAsync(request);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{request.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static HttpRequestMessage Json(HttpMethod method, string path, JsonNode body) =>
        new(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
