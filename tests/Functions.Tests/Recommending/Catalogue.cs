using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending;

/// <summary>Items of one test, in a category of their own, and what people do with them.</summary>
internal sealed class Catalogue(EngineClient client)
{
    public string Category { get; } = Sent.NewId("category");

    public string Item(int number) => $"{Category}-item-{number}";

    public Task PutAsync(IEnumerable<int> numbers, params (string Name, JsonNode? Value)[] facts) =>
        client.AcceptEventsAsync("cdp", numbers.Select(number => Facts(Item(number), 1, facts)));

    public JsonObject Facts(string itemId, double minutesAgo, params (string Name, JsonNode? Value)[] facts)
    {
        var item = Sent.Item(itemId, Category, minutesAgo);
        foreach (var (name, value) in facts) item["data"]![name] = value?.DeepClone();
        return item;
    }

    public Task DeleteAsync(int number) =>
        client.AcceptEventsAsync("cdp", Sent.Cdp("item.deleted", 0, new JsonObject { ["item_id"] = Item(number) }));

    public Task ViewAsync(string user, params int[] numbers) =>
        client.AcceptEventsAsync("rybbit", numbers.Select(number => Sent.PageView(user, $"/blog/{Item(number)}", 5, $"s-{user}")));

    /// <summary>That many people each look at the item.</summary>
    public Task MakePopularAsync(int number, int viewers) => client.AcceptEventsAsync(
        "rybbit", Enumerable.Range(0, viewers).Select(_ => Sent.PageView(Sent.NewId("crowd"), $"/blog/{Item(number)}", 5)));

    /// <summary>What is recommended of this category.</summary>
    public async Task<JsonArray> RecommendAsync(string user, int n = 100, string query = "")
    {
        var path = $"/api/v1/recommend/{PersonQuestions.Escaped(user)}?n={n}&category={Category}{query}";
        return (await client.GetAsync(path)).AssertOk().Json["recommendations"]!.AsArray();
    }

    public async Task<IReadOnlyList<string>> RecommendedAsync(string user, int n = 100, string query = "") =>
        [.. (await RecommendAsync(user, n, query)).Select(item => (string)item!["item_id"]!)];

    /// <summary>What a decision recommends, of any category.</summary>
    public async Task<IReadOnlyList<string>> DecidedAsync(string user) =>
        [.. (await client.GetAsync($"/api/v1/personalize/{user}?limit=50")).AssertOk().Json["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!)];
}
