using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending.Lists;

/// <summary>Lists that need no person: similar, trending, popular, session.</summary>
public sealed class ListEndpointTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private static readonly string[] Shape =
    [
        "recommend_id:string", "decision_id:string", "user_id:string?", "item_id:string?", "recommendations:array", "next_offset:number?",
        "recommender:string", "degraded:boolean", "unused_inputs:array", "generated_at:instant",
    ];

    private static readonly string[] ItemShape =
    [
        "item_id:string", "title:string?", "url:string?", "score:number", "source:string", "reason:string", "contributions:array", "propensity:number?",
    ];

    private readonly Catalogue _items = new(engine.Client);

    [Theory]
    [InlineData("GET", "/api/v1/items/ITEM/similar")]
    [InlineData("GET", "/api/v1/trending")]
    [InlineData("GET", "/api/v1/popular")]
    [InlineData("POST", "/api/v1/recommend/session")]
    public async Task List_OfAnyKind_HasEveryDocumentedField(string method, string path)
    {
        await _items.PutAsync(Enumerable.Range(0, 3));
        await _items.MakePopularAsync(1, viewers: 3);

        var answer = method == "GET"
            ? await engine.Client.GetAsync($"{path.Replace("ITEM", _items.Item(0), StringComparison.Ordinal)}?category={_items.Category}")
            : await engine.Client.PostAsync(path, $$"""{"category": ["{{_items.Category}}"]}""");

        answer.AssertOk().Json.AssertShape(Shape);
        Assert.Equal(("embedded", (string?)answer.Json["decision_id"]), ((string?)answer.Json["recommender"], (string?)answer.Json["recommend_id"]));
        Assert.NotEmpty(answer.Json["recommendations"]!.AsArray());
        Assert.All(answer.Json["recommendations"]!.AsArray(), item => item.AssertShape(ItemShape));
    }

    [Fact]
    public async Task Similar_ItemsOfOneSession_ComeWithTheItemThatCausedThem()
    {
        await _items.PutAsync(Enumerable.Range(0, 4));
        foreach (var _ in Enumerable.Range(0, 4)) await _items.ViewAsync(Sent.NewId("pair"), 0, 1);
        await _items.MakePopularAsync(2, viewers: 20);

        var first = (await ItemsAsync($"/api/v1/items/{_items.Item(0)}/similar"))[0]!;

        Assert.Equal((_items.Item(1), "similar"), ((string?)first["item_id"], (string?)first["source"]));
        var cause = Assert.Single(first["contributions"]!.AsArray());
        cause.AssertShape("item_id:string", "title:string?", "share:number");
        Assert.Equal((_items.Item(0), $"Title of {_items.Item(0)}"), ((string?)cause!["item_id"], (string?)cause["title"]));
    }

    [Fact]
    public async Task Similar_ItemNobodyKnows_IsNotFoundUnlessAColdStartWillDo()
    {
        await _items.PutAsync([0]);
        await _items.MakePopularAsync(0, viewers: 2);
        var unknown = Sent.NewId("item");

        (await engine.Client.GetAsync($"/api/v1/items/{unknown}/similar")).AssertProblem(404);
        Assert.NotEmpty(await ItemsAsync($"/api/v1/items/{unknown}/similar", "cold_start=true"));
    }

    [Fact]
    public async Task Similar_ItemWithASlash_IsFound()
    {
        var odd = $"{_items.Item(0)}/ä";
        await engine.Client.AcceptEventsAsync("cdp", _items.Facts(odd, 1));

        Assert.Equal(odd, (string?)(await engine.Client.GetAsync($"/api/v1/items/{Uri.EscapeDataString(odd)}/similar")).AssertOk().Json["item_id"]);
    }

    [Fact]
    public async Task TrendingAndPopular_OfACrowd_DifferByTheAgeOfVisits()
    {
        await _items.PutAsync(Enumerable.Range(0, 3));
        await _items.MakePopularAsync(0, viewers: 4);
        await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, 30).Select(_ =>
            Sent.PageView(Sent.NewId("crowd"), $"/blog/{_items.Item(1)}", 60 * 24 * 20)));

        Assert.Equal(_items.Item(0), (string?)(await ItemsAsync("/api/v1/trending"))[0]!["item_id"]);
        Assert.Equal(_items.Item(1), (string?)(await ItemsAsync("/api/v1/popular"))[0]!["item_id"]);
    }

    [Theory]
    [InlineData("trending")]
    [InlineData("popular")]
    public async Task List_ForAUser_LeavesOutWhatTheyHaveMet(string list)
    {
        var user = Sent.NewId();
        await _items.PutAsync(Enumerable.Range(0, 2));
        await _items.MakePopularAsync(0, viewers: 3);
        await _items.ViewAsync(user, 0);

        Assert.Equal([_items.Item(1)], Ids(await ItemsAsync($"/api/v1/{list}", $"user_id={user}")));
        Assert.Equal(2, (await ItemsAsync($"/api/v1/{list}", $"user_id={user}&exclude_seen=false")).Count);
        Assert.Equal(2, (await ItemsAsync($"/api/v1/{list}")).Count);
    }

    [Fact]
    public async Task Feedback_WithTheRecommendId_IsAcceptedForNobodyExceptConversions()
    {
        await _items.PutAsync([0]);
        var answer = (await engine.Client.GetAsync($"/api/v1/popular?category={_items.Category}")).AssertOk().Json;
        var id = (string)answer["recommend_id"]!;

        var click = new JsonObject { ["type"] = "click", ["recommend_id"] = id, ["item_id"] = _items.Item(0) };
        (await engine.Client.PostAsync("/api/v1/events", click.ToJsonString())).AssertOk();
        (await engine.Client.PostAsync("/api/v1/events", click.With("type", "conversion").ToJsonString())).AssertProblem(400, "type");
        (await engine.Client.PostAsync("/api/v1/events", click.With("type", "click").With("recommend_id", "forged").ToJsonString())).AssertProblem(400, "recommend_id");
    }

    [Theory]
    [InlineData("/api/v1/trending?user_id=%20", "user_id")]
    [InlineData("/api/v1/popular?n=0", "n")]
    [InlineData("/api/v1/items/x/similar?diversity=2", "diversity")]
    [InlineData("/api/v1/items/x/similar?current_item=y", "current_item")]
    [InlineData("/api/v1/items/x/similar?cold_start=maybe", "cold_start")]
    public async Task Parameter_OutOfRange_IsRefusedByName(string path, string field) => (await engine.Client.GetAsync(path)).AssertProblem(400, field);

    private async Task<JsonArray> ItemsAsync(string path, string query = "n=10") =>
        (await engine.Client.GetAsync($"{path}?category={_items.Category}&{query}")).AssertOk().Json["recommendations"]!.AsArray();

    private static IEnumerable<string> Ids(JsonArray items) => items.Select(item => (string)item!["item_id"]!);
}
