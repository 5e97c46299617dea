using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Recommending.Lists;

/// <summary><c>POST /api/v1/recommend/session</c>: for somebody without an id.</summary>
public sealed class SessionTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private readonly Catalogue _items = new(engine.Client);

    [Fact]
    public async Task Session_ItemsOrEvents_GivesWhatGoesWithThemAndLeavesThemOut()
    {
        await FillAsync();

        var byItems = await AskAsync(new JsonObject { ["session_items"] = new JsonArray(_items.Item(0)) });
        var byEvents = await AskAsync(new JsonObject { ["events"] = new JsonArray(Event(0)) });

        Assert.Equal(_items.Item(1), byItems[0]);
        Assert.Equal(byItems, byEvents);
        Assert.DoesNotContain(_items.Item(0), byItems);
    }

    [Fact]
    public async Task Session_EventsThatSayNothing_CountForNothing()
    {
        await FillAsync();

        Assert.Equal(await AskAsync([]), await AskAsync(new JsonObject { ["events"] = new JsonArray(Event(0).With("type", "error")) }));
    }

    [Fact]
    public async Task Session_LeaveOutBought_KeepsWhatWasOnlySeen()
    {
        await FillAsync();
        var events = new JsonArray(Event(0), Event(1).With("type", "custom_event").With("event_name", "purchase"));

        var items = await AskAsync(new JsonObject { ["events"] = events, ["leave_out"] = "bought" });

        Assert.Contains(_items.Item(0), items);
        Assert.DoesNotContain(_items.Item(1), items);
    }

    [Fact]
    public async Task Session_AskedOften_ChangesNothing()
    {
        await FillAsync();
        var before = await AskAsync([]);
        var stored = Stored();
        foreach (var _ in Enumerable.Range(0, 20)) await AskAsync(new JsonObject { ["events"] = new JsonArray(Event(3)), ["current_item"] = _items.Item(3) });

        Assert.Equal(before, await AskAsync([]));
        Assert.Equal(stored, Stored());
    }

    [Theory]
    [InlineData("""[]""", "")]
    [InlineData("""{"n": 0}""", "n")]
    [InlineData("""{"n": "10"}""", "n")]
    [InlineData("""{"offset": 10001}""", "offset")]
    [InlineData("""{"user_id": "ada"}""", "user_id")]
    [InlineData("""{"session_items": "a"}""", "session_items")]
    [InlineData("""{"events": [{"type": "pageview"}]}""", "events[0].item_id")]
    [InlineData("""{"events": [{"item_id": "a", "timestamp": "now"}]}""", "events[0].timestamp")]
    [InlineData("""{"category_match": "some"}""", "category_match")]
    [InlineData("""{"leave_out": "clicked"}""", "leave_out")]
    [InlineData("""{"leave_out": "none", "exclude_seen": true}""", "exclude_seen")]
    [InlineData("""{"filter": {"price": {"$below": 5}}}""", "filter.price.$below")]
    [InlineData("""{"boost": [{"where": {}, "factor": 11}]}""", "boost[0].factor")]
    [InlineData("""{"boost": [{"factor": 2}]}""", "boost[0].where")]
    [InlineData("""{"pin": ["a"]}""", "pin[0]")]
    [InlineData("""{"pin": [{"item_id": "a", "position": 0}]}""", "pin[0].position")]
    [InlineData("""{"per_category": 0}""", "per_category")]
    [InlineData("""{"diversity": 1.5}""", "diversity")]
    [InlineData("""{"current_item": " "}""", "current_item")]
    public async Task Field_ThatIsWrong_IsRefusedByName(string body, string field) =>
        (await engine.Client.PostAsync("/api/v1/recommend/session", body)).AssertProblem(400, field);

    private long Stored() => engine.Store.Count("select (select count(*) from events) + (select count(*) from people) + (select count(*) from exposures)");

    private JsonObject Event(int number) => new() { ["item_id"] = _items.Item(number), ["type"] = "pageview" };

    private async Task FillAsync()
    {
        await _items.PutAsync(Enumerable.Range(0, 5));
        foreach (var _ in Enumerable.Range(0, 4)) await _items.ViewAsync(Sent.NewId("pair"), 0, 1);
        await _items.MakePopularAsync(2, viewers: 20);
    }

    private async Task<IReadOnlyList<string>> AskAsync(JsonObject body)
    {
        body["category"] = new JsonArray(_items.Category);
        var answer = (await engine.Client.PostAsync("/api/v1/recommend/session", body.ToJsonString())).AssertOk().Json;
        return [.. answer["recommendations"]!.AsArray().Select(item => (string)item!["item_id"]!)];
    }
}
