using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending.Lists;

/// <summary>What a list can be asked for in the address: filter, boost, pin, per_category, diversity, leave_out, category_match.</summary>
public sealed class ListOptionTests(SharedEngine engine)
{
    private readonly Catalogue _items = new(engine.Client);
    private readonly string _user = Sent.NewId();

    [Fact]
    public async Task Filter_ByAnAttribute_KeepsWhatItHoldsFor()
    {
        await PutPricedAsync(6);

        Assert.Equal([0, 1, 2], Numbers(await AskAsync("""filter={"attributes.price": {"$lt": 30}}""")));
        Assert.Equal([3], Numbers(await AskAsync($$"""filter={"item_id": "{{_items.Item(3)}}"}""")));
    }

    [Fact]
    public async Task Boost_OfSome_BringsThemForward()
    {
        await PutPricedAsync(4);
        foreach (var number in Enumerable.Range(0, 4)) await _items.MakePopularAsync(number, viewers: 8 - number);

        Assert.Equal(_items.Item(0), (await AskAsync(""))[0]);
        Assert.Equal(_items.Item(3), (await AskAsync("""boost={"where": {"attributes.price": {"$gte": 30}}, "factor": 4}"""))[0]);
        Assert.Equal(_items.Item(3), (await AskAsync("""boost=[{"where": {"attributes.price": {"$lt": 30}}, "factor": 0.2}]"""))[0]);
    }

    [Fact]
    public async Task Pin_FirstAndAtAPlace_StandThereThoughSeenAndFilteredOut()
    {
        await PutPricedAsync(8);
        await _items.ViewAsync(_user, 5);

        var items = await AskAsync($$$"""pin={{{_items.Item(5)}}}&pin.3={{{_items.Item(6)}}}&filter={"attributes.price": {"$lt": 40}}""");

        Assert.Equal((_items.Item(5), _items.Item(6), 6), (items[0], items[2], items.Count));
    }

    [Fact]
    public async Task Pin_ExcludedOrUnknown_IsLeftOut()
    {
        await PutPricedAsync(3);

        Assert.Equal(2, (await AskAsync($"pin={_items.Item(1)},{Sent.NewId("item")}&exclude={_items.Item(1)}")).Count);
    }

    [Fact]
    public async Task PerCategory_OfPages_BoundsEachAndLosesNothing()
    {
        var others = new Catalogue(engine.Client);
        await PutPricedAsync(5);
        await others.PutAsync(Enumerable.Range(0, 5));
        List<string> all = [];
        for (int? offset = 0; offset is not null;)
        {
            var page = (await engine.Client.GetAsync(
                $"/api/v1/recommend/{_user}?n=6&offset={offset}&category={_items.Category},{others.Category}&per_category=2")).AssertOk().Json;
            string[] ids = [.. page["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!)];
            Assert.True(ids.Count(id => id.StartsWith(_items.Category, StringComparison.Ordinal)) <= 2);
            Assert.True(ids.Count(id => id.StartsWith(others.Category, StringComparison.Ordinal)) <= 2);
            all.AddRange(ids);
            offset = (int?)page["next_offset"];
        }

        Assert.Equal(10, all.Distinct().Count());
    }

    [Fact]
    public async Task Diversity_OfLikeItems_MixesThem()
    {
        await _items.PutAsync(Enumerable.Range(0, 3), ("tags", new JsonArray("like")));
        await _items.PutAsync([3], ("tags", new JsonArray("unlike")));
        foreach (var number in Enumerable.Range(0, 4)) await _items.MakePopularAsync(number, viewers: 12 - number);

        Assert.Equal(_items.Item(3), (await AskAsync(""))[3]);
        Assert.Equal(_items.Item(3), (await AskAsync("diversity=0.9"))[1]);
    }

    [Fact]
    public async Task CategoryMatch_All_TakesItemsOfBoth()
    {
        var other = Sent.NewId("category");
        await _items.PutAsync([0]);
        await _items.PutAsync([1], ("categories", new JsonArray(_items.Category, other)));

        Assert.Equal([1], Numbers(await AskAsync($"category={other}&category_match=all")));
        Assert.Equal([0, 1], Numbers(await AskAsync($"category={other}")));
    }

    [Fact]
    public async Task LeaveOut_Bought_ComesFromThePurchase()
    {
        await PutPricedAsync(3);
        await _items.ViewAsync(_user, 0);
        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(
            _user, "custom_event", 1, null, ("event_name", "purchase"), ("pathname", "/"), ("properties", new JsonObject { ["item_id"] = _items.Item(1) })));

        Assert.Equal([2], Numbers(await AskAsync("")));
        Assert.Equal([0, 2], Numbers(await AskAsync("leave_out=bought")));
        Assert.Equal([0, 1, 2], Numbers(await AskAsync("leave_out=none")));
        Assert.Equal([0, 1, 2], Numbers(await AskAsync("exclude_seen=false")));
    }

    [Theory]
    [InlineData("filter={", "filter")]
    [InlineData("filter=", "filter")]
    [InlineData("filter=[]", "filter")]
    [InlineData("filter={},\"boost\":[]", "filter")]
    [InlineData("filter={\"price\": {\"$below\": 5}}", "filter.price.$below")]
    [InlineData("filter={\"a\":\"\\ud800\"}", "filter")]
    [InlineData("boost={\"where\": {}, \"factor\": 0}", "boost.factor")]
    [InlineData("boost=[{\"where\": {}, \"factor\": 2, \"by\": 1}]", "boost[0].by")]
    [InlineData("pin.0=a", "pin.0")]
    [InlineData("pin.x=a", "pin.x")]
    [InlineData("pin.1001=a", "pin.1001")]
    [InlineData("pin=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", "pin")]
    [InlineData("per_category=0", "per_category")]
    [InlineData("diversity=NaN", "diversity")]
    [InlineData("diversity=1.01", "diversity")]
    [InlineData("leave_out=all", "leave_out")]
    [InlineData("leave_out=none&exclude_seen=true", "exclude_seen")]
    [InlineData("category_match=most", "category_match")]
    public async Task Parameter_ThatIsWrong_IsRefusedByName(string query, string field) =>
        (await engine.Client.GetAsync($"/api/v1/recommend/{_user}?{Escaped(query)}")).AssertProblem(400, field);

    private Task PutPricedAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(number =>
        _items.PutAsync([number], ("attributes", new JsonObject { ["price"] = 10 * number }))));

    private Task<IReadOnlyList<string>> AskAsync(string query) => _items.RecommendedAsync(_user, 100, $"&{Escaped(query)}");

    private static string Escaped(string query) => string.Join('&', query.Split('&').Select(pair =>
        pair.Split('=', 2) is [var name, var value] ? $"{name}={Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal)}" : pair));

    private static IEnumerable<int> Numbers(IEnumerable<string> ids) => ids.Select(id => int.Parse(id[^1..], null)).Order();
}
