using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>
/// What the actions other than <c>show</c> do to the answer. On an engine of its own: rules shape the best fifty items, among
/// which the items of other tests would be.
/// </summary>
public sealed class RuleEffectTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Fact]
    public async Task Filter_Items_KeepsThoseThatFitEveryFilter()
    {
        var (user, red, blue) = (Sent.NewId(), Sent.NewId("red"), Sent.NewId("blue"));
        var items = await CatalogueAsync((red, 3), (blue, 2));
        await AddAsync(user, Filter(InCategory(red, blue)));
        Assert.Equal(items.Order(), (await RecommendedAsync(user)).Order());

        await AddAsync(user, Filter(InCategory(blue)));
        Assert.Equal(items[3..].Order(), (await RecommendedAsync(user)).Order());

        await AddAsync(user, Filter(InCategory(red)));
        Assert.Empty(await RecommendedAsync(user));
    }

    [Theory]
    [InlineData("""{"title": {"$regex": "^Title of"}}""", true)]
    [InlineData("""{"attributes.level": {"$gte": 3}}""", true)]
    [InlineData("""{"attributes.level": {"$gte": 4}}""", false)]
    [InlineData("""{"published_unix": {"$lt": 1700000000}}""", true)]
    [InlineData("""{"tags": {"$all": ["a", "b"]}}""", true)]
    [InlineData("""{"tags": {"$size": 3}}""", false)]
    [InlineData("""{"url": "/x"}""", true)]
    public async Task Filter_OnEachFieldOfAnItem_JudgesIt(string where, bool expected)
    {
        var (user, item) = (Sent.NewId(), Sent.NewId("item"));
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("item.upserted", 1, new JsonObject
        {
            ["item_id"] = item,
            ["title"] = $"Title of {item}",
            ["url"] = "/x",
            ["tags"] = new JsonArray("a", "b"),
            ["published_at"] = "2020-01-01T00:00:00Z",
            ["attributes"] = new JsonObject { ["level"] = 3 },
        }));
        await AddAsync(user, Filter(JsonNode.Parse(where)!.AsObject().With("item_id", item)));

        Assert.Equal(expected, (await RecommendedAsync(user)).Contains(item));
    }

    [Fact]
    public async Task Boost_Items_MovesThemToTheTopAndMultiplies()
    {
        var (user, red, blue) = (Sent.NewId(), Sent.NewId("red"), Sent.NewId("blue"));
        var items = await CatalogueAsync((red, 3), (blue, 2));
        await AddAsync(user, Filter(InCategory(red, blue)));
        var before = await ScoresAsync(user);

        await AddAsync(user, Boost(InCategory(blue), 20));
        await AddAsync(user, Boost(new JsonObject { ["item_id"] = items[4] }, 5));

        Assert.Equal(items[4], (await RecommendedAsync(user))[0]);
        Assert.Equal(items[3], (await RecommendedAsync(user))[1]);
        var after = await ScoresAsync(user);
        Assert.Equal(before[items[4]] * 100, after[items[4]], 0.01);
        Assert.Equal(before[items[3]] * 20, after[items[3]], 0.002);
        Assert.Equal(before[items[0]], after[items[0]]);
    }

    [Fact]
    public async Task Boost_BelowOne_Demotes()
    {
        var (user, red) = (Sent.NewId(), Sent.NewId("red"));
        await CatalogueAsync((red, 4));
        await AddAsync(user, Filter(InCategory(red)));
        var first = (await RecommendedAsync(user))[0];

        await AddAsync(user, Boost(new JsonObject { ["item_id"] = first }, 0));

        Assert.Equal(first, (await RecommendedAsync(user))[^1]);
    }

    [Fact]
    public async Task Pin_Item_StandsAtItsPlaceOnce()
    {
        var (user, red) = (Sent.NewId(), Sent.NewId("red"));
        var items = await CatalogueAsync((red, 5));
        await AddAsync(user, Filter(InCategory(red)));
        var last = (await RecommendedAsync(user))[^1];

        await AddAsync(user, Pin(last, 2));

        var shown = await RecommendedAsync(user);
        Assert.Equal(last, shown[1]);
        Assert.Equal(items.Order(), shown.Order());
    }

    [Fact]
    public async Task Pin_OfTwoRulesForOnePlace_FirstRuleWins()
    {
        var (user, red) = (Sent.NewId(), Sent.NewId("red"));
        var items = await CatalogueAsync((red, 3));
        await AddAsync(user, Pin(items[0]));
        await AddAsync(user, Pin(items[1]), priority: 1);

        Assert.Equal(items[1], (await RecommendedAsync(user))[0]);
    }

    [Fact]
    public async Task Pin_SeenItem_IsShownAllTheSame()
    {
        var (user, red) = (Sent.NewId(), Sent.NewId("red"));
        var items = await CatalogueAsync((red, 1));
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, $"/blog/{items[0]}"));
        await AddAsync(user, Pin(items[0]));

        Assert.Equal(items[0], (await RecommendedAsync(user))[0]);
    }

    [Theory]
    [InlineData("""{"hidden": true}""")]
    [InlineData("""{"published_at": "2150-01-01T00:00:00Z"}""")]
    [InlineData("""{"expires_at": "2020-01-01T00:00:00Z"}""")]
    public async Task Pin_ItemThatMayNotBeShown_IsLeftOut(string fields)
    {
        var (user, item) = (Sent.NewId(), Sent.NewId("item"));
        var data = JsonNode.Parse(fields)!.AsObject().With("item_id", item);
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("item.upserted", 1, data));
        await AddAsync(user, Pin(item));

        Assert.DoesNotContain(item, await RecommendedAsync(user));
    }

    [Fact]
    public async Task Set_Attributes_FirstRuleWinsEach()
    {
        var user = Sent.NewId();
        await AddAsync(user, JsonNode.Parse("""{"type": "set", "attribute": "offer", "value": {"percent": 10}}""")!);
        await AddAsync(user, JsonNode.Parse("""{"type": "set", "attribute": "offer", "value": 20}""")!, priority: -1);
        await AddAsync(user, JsonNode.Parse("""{"type": "set", "attribute": "tone", "value": "formal"}""")!);

        var attributes = (await engine.Client.PersonalizeAsync(user))["attributes"]!;

        Assert.Equal("""{"offer":{"percent":10},"tone":"formal"}""", attributes.ToJsonString());
    }

    [Fact]
    public async Task Message_ByAddress_NeedsTheChannelsConsent()
    {
        var user = Sent.NewId();
        foreach (var channel in (string[])["email", "website"])
            await AddAsync(user, JsonNode.Parse($$"""{"type": "message", "channel": "{{channel}}", "template": "welcome"}""")!);

        var messages = (await engine.Client.PersonalizeAsync(user))["messages"]!.AsArray();
        Assert.All(messages, message => message.AssertShape("channel:string", "template:string", "rule:object", "reason:string"));
        Assert.Equal([("email", "no_consent"), ("website", "requested")], messages.Select(message => ((string)message!["channel"]!, (string)message["reason"]!)));

        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("consent.updated", 1, new JsonObject { ["user_id"] = user, ["purpose"] = "email", ["granted"] = true }));

        Assert.Equal("requested", (string?)(await engine.Client.PersonalizeAsync(user))["messages"]![0]!["reason"]);
    }

    private static JsonObject InCategory(params string[] categories) =>
        new() { ["categories"] = new JsonObject { ["$in"] = new JsonArray([.. categories.Select(category => JsonValue.Create(category))]) } };

    private static JsonObject Filter(JsonObject where) => new() { ["type"] = "filter", ["where"] = where };

    private static JsonObject Boost(JsonObject where, double factor) => new() { ["type"] = "boost", ["where"] = where, ["factor"] = factor };

    private static JsonObject Pin(string item, int position = 1) => new() { ["type"] = "pin", ["item_id"] = item, ["position"] = position };

    private Task<long> AddAsync(string user, JsonNode action, int priority = 0) =>
        engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), action).With("priority", priority));

    private async Task<List<string>> CatalogueAsync(params (string Category, int Count)[] parts)
    {
        var items = parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(_ => (Id: Sent.NewId("item"), part.Category))).ToList();
        await engine.Client.AcceptEventsAsync("cdp", items.Select(item => Sent.Item(item.Id, item.Category)));
        return [.. items.Select(item => item.Id)];
    }

    private async Task<List<string>> RecommendedAsync(string user) =>
        [.. (await engine.Client.PersonalizeAsync(user, "limit=50"))["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!)];

    private async Task<Dictionary<string, double>> ScoresAsync(string user) =>
        (await engine.Client.PersonalizeAsync(user, "limit=50"))["recommendations"]!.AsArray()
            .ToDictionary(item => (string)item!["item_id"]!, item => (double)item!["score"]!);
}
