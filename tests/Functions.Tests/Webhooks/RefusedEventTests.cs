using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>What was refused is kept with its reason until it is replayed.</summary>
public sealed class RefusedEventTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private readonly string _user = Sent.NewId();

    [Fact]
    public async Task Refused_Event_IsKeptAsItCameWithItsReason()
    {
        var sent = Broken("event-1" + _user);
        await SendAsync(sent);

        var kept = Assert.Single(await RefusedEvents.FindAsync(engine.Client, _user));

        Assert.True(JsonNode.DeepEquals(sent, JsonNode.Parse((string)kept["payload"]!)));
        Assert.Equal(("rybbit", "event-1" + _user, "site_id"), ((string?)kept["source"], (string?)kept["event_id"], (string?)kept["field"]));
        Assert.Contains("required", (string?)kept["reason"], StringComparison.Ordinal);
        Assert.InRange((DateTimeOffset)kept["received_at"]!, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Refused_LineThatIsNotJson_IsKeptToo()
    {
        await engine.Client.SendEventsAsync("rybbit", $"{Sent.PageView(_user, "/").ToJsonString()}\nbroken {_user}\n");

        var kept = Assert.Single(await RefusedEvents.FindAsync(engine.Client, "broken " + _user));

        Assert.Equal("broken " + _user, (string?)kept["payload"]);
    }

    [Fact]
    public async Task Refused_SentAgainByARetry_IsKeptOnce()
    {
        foreach (var _ in (int[])[1, 2, 3])
        {
            await SendAsync(Broken("event-2" + _user));
            await engine.Client.SendEventsAsync("rybbit", Broken(null).ToJsonString(), "msg" + _user);
            await Proof.OfToken.SendAsync(engine.Client, "rybbit", Broken(null).ToJsonString());
        }

        Assert.Equal(3, (await RefusedEvents.FindAsync(engine.Client, _user)).Count);
    }

    [Fact]
    public async Task List_ByPages_ShowsEachOnceOldestFirst()
    {
        await SendAsync([.. Enumerable.Range(0, 7).Select(i => Broken($"page-{i}{_user}"))]);

        var all = await RefusedEvents.ListAsync(engine.Client);
        var byThree = await RefusedEvents.ListAsync(engine.Client, limit: 3);

        Assert.Equal(all.Select(Id), byThree.Select(Id));
        Assert.Equal(all.Select(Id).Order(), all.Select(Id));
        Assert.Equal(
            Enumerable.Range(0, 7).Select(i => $"page-{i}{_user}"),
            all.Select(one => (string)one["event_id"]!).Where(id => id.EndsWith(_user, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=YWZ0ZXI6LTE%3D", "cursor")]
    public async Task List_WrongParameter_IsRefusedByName(string query, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"refused-events?{query}")).AssertProblem(400, field);

    [Fact]
    public async Task List_WithTheFunctionKeyOnly_IsRefused() =>
        (await engine.Client.GetAsync("/api/v1/admin/refused-events")).AssertProblem(401);

    private static long Id(JsonNode kept) => (long)kept["id"]!;

    private JsonObject Broken(string? eventId)
    {
        var broken = Sent.PageView(_user, "/");
        broken.Remove("site_id");
        broken["timestamp"] = "2026-05-14T09:30:00Z";
        if (eventId is not null) broken["event_id"] = eventId;
        return broken;
    }

    private Task<EngineResponse> SendAsync(params JsonObject[] events) =>
        engine.Client.SendEventsAsync("rybbit", new JsonArray([.. events]).ToJsonString());
}
