using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>An event counts once per id, however often and by whatever way it comes.</summary>
public sealed class EventIdTests(SharedEngine engine)
{
    private readonly string _user = Sent.NewId();

    [Theory]
    [InlineData("event_id")]
    [InlineData("id")]
    public async Task Post_SameIdAgain_IsADuplicateAndCountsOnce(string field)
    {
        var view = View(field, Sent.NewId("event"));

        Assert.Equal("accepted", await StatusAsync(view));
        Assert.Equal("duplicate", await StatusAsync(view));
        Assert.Equal(1m, await PageViewsAsync());
    }

    [Fact]
    public async Task Post_BothIds_TheEventIdCounts()
    {
        var (one, other) = (View("event_id", Sent.NewId("event")), View("event_id", Sent.NewId("event")));
        var shared = Sent.NewId("id");
        (one["id"], other["id"]) = (shared, shared);

        Assert.Equal("accepted", await StatusAsync(one));
        Assert.Equal("accepted", await StatusAsync(other));
    }

    [Fact]
    public async Task Post_SameIdTwiceInABatch_CountsOnce()
    {
        var view = View("event_id", Sent.NewId("event"));

        var answer = await engine.Client.SendEventsAsync("rybbit", new JsonArray(view, view.DeepClone()).ToJsonString());

        Assert.Equal((1, 1), ((int)answer.Json["accepted"]!, (int)answer.Json["duplicates"]!));
        Assert.Equal(1m, await PageViewsAsync());
    }

    [Fact]
    public async Task Post_SameIdManyTimesAtOnce_CountsOnce()
    {
        var view = View("event_id", Sent.NewId("event"));

        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => StatusAsync(view)));

        Assert.Single(statuses, "accepted");
        Assert.Equal(1m, await PageViewsAsync());
    }

    [Fact]
    public async Task Post_NoIdOfItsOwn_IsKnownByTheRequestsIdAndItsPlace()
    {
        var message = Sent.NewId("msg");
        var views = new JsonArray(Sent.PageView(_user, "/a"), Sent.PageView(_user, "/b")).ToJsonString();

        var first = (await engine.Client.SendEventsAsync("rybbit", views, message)).Json;
        var second = (await engine.Client.SendEventsAsync("rybbit", views, message)).Json;

        Assert.Equal([$"{message}#0", $"{message}#1"], first["results"]!.AsArray().Select(result => (string?)result!["event_id"]));
        Assert.Equal((2, 2), ((int)first["accepted"]!, (int)second["duplicates"]!));
        Assert.Equal(2m, await PageViewsAsync());
    }

    [Fact]
    public async Task Post_NoIdAtAll_IsANewEventEachTime()
    {
        var body = Sent.PageView(_user, "/").ToJsonString();

        await Proof.OfToken.SendAsync(engine.Client, "rybbit", body);
        await Proof.OfToken.SendAsync(engine.Client, "rybbit", body);

        Assert.Equal(2m, await PageViewsAsync());
    }

    [Fact]
    public async Task Post_RequestIdOfGreatLength_StillCountsOnce()
    {
        var message = new string('m', 300) + _user;
        var body = Sent.PageView(_user, "/").ToJsonString();

        foreach (var _ in (int[])[1, 2]) await engine.Client.SendEventsAsync("rybbit", body, message);

        Assert.InRange(await PageViewsAsync(), 0m, 1m);
    }

    [Fact]
    public async Task Post_SameIdFromTwoSenders_AreTwoEvents()
    {
        var id = Sent.NewId("event");
        var mail = Sent.Cdp("email.opened", 1, new JsonObject { ["user_id"] = _user });
        mail["event_id"] = id;

        await engine.Client.AcceptEventsAsync("rybbit", View("event_id", id));
        await engine.Client.AcceptEventsAsync("cdp", mail);

        Assert.Equal(1m, await engine.Client.FactorAsync(_user, "email_opens"));
    }

    [Fact]
    public async Task Post_RefusedEvent_DoesNotUseUpItsId()
    {
        var view = View("event_id", Sent.NewId("event"));
        var broken = view.DeepClone().AsObject();
        broken["pathname"] = 5;

        (await engine.Client.SendEventsAsync("rybbit", broken.ToJsonString())).AssertProblem(400, "pathname");

        Assert.Equal("accepted", await StatusAsync(view));
        Assert.Equal(1m, await PageViewsAsync());
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" x\"")]
    [InlineData("{}")]
    [InlineData("\"\\u0000\"")]
    public async Task Post_IdThatIsNone_IsRefusedByName(string id)
    {
        var view = Sent.PageView(_user, "/").ToJsonString();

        var answer = await engine.Client.SendEventsAsync("rybbit", $$"""{"event_id": {{id}},{{view[1..]}}""");

        answer.AssertProblem(400, "event_id");
    }

    private JsonObject View(string field, string id)
    {
        var view = Sent.PageView(_user, "/");
        view[field] = id;
        return view;
    }

    private async Task<string> StatusAsync(JsonObject sent) =>
        (string)(await engine.Client.SendEventsAsync("rybbit", sent.ToJsonString())).AssertOk().Json["results"]![0]!["status"]!;

    private Task<decimal> PageViewsAsync() => engine.Client.FactorAsync(_user, "page_views_last_7d");
}
