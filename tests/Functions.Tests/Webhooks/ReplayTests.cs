using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Refused events can be tried again, and what has become acceptable counts.</summary>
public sealed class ReplayTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private readonly string _user = Sent.NewId();

    [Fact]
    public async Task Replay_StillWrong_StaysWithItsReason()
    {
        var broken = Sent.PageView(_user, new string('x', 3000));
        await engine.Client.SendEventsAsync("rybbit", broken.ToJsonString());
        var kept = await RefusedEvents.FindAsync(engine.Client, _user);

        var answer = await RefusedEvents.ReplayAsync(engine.Client, kept);

        Assert.Equal(0, (int)answer["replayed"]!);
        Assert.Equal("pathname", (string?)Assert.Single(answer["still_refused"]!.AsArray())!["field"]);
        Assert.Single(await RefusedEvents.FindAsync(engine.Client, _user));
    }

    [Fact]
    public async Task Replay_ListInsideABatch_IsNotTakenForItsElements()
    {
        await engine.Client.SendEventsAsync("rybbit", $"[[{Sent.PageView(_user, "/").ToJsonString()}]]");

        var answer = await RefusedEvents.ReplayAsync(engine.Client, await RefusedEvents.FindAsync(engine.Client, _user));

        Assert.Equal(0, (int)answer["replayed"]!);
    }

    [Fact]
    public async Task Replay_IdsThatAreNotThere_ArePassedOver()
    {
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", """{"ids": [999999999]}""");

        Assert.Equal((0, 0), ((int)answer.Json["replayed"]!, answer.Json["still_refused"]!.AsArray().Count));
    }

    [Fact]
    public async Task Replay_WithoutIds_TriesAll()
    {
        await engine.Client.SendEventsAsync("rybbit", Sent.PageView(_user, new string('x', 3000)).ToJsonString());

        var answer = (await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", "{}")).AssertOk().Json;

        Assert.Contains(answer["still_refused"]!.AsArray(), one => ((string)one!["payload"]!).Contains(_user, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"ids": "1"}""", "ids")]
    [InlineData("""{"ids": []}""", "ids")]
    [InlineData("""{"ids": [1.5]}""", "ids")]
    [InlineData("""{"ids": ["1"]}""", "ids")]
    [InlineData("""{"id": 1}""", "id")]
    [InlineData("[]", "")]
    public async Task Replay_WrongBody_IsRefusedByName(string body, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "refused-events/replay", body)).AssertProblem(400, field);

    /// <summary>
    /// An engine that was started with another DECISION_KEY cannot read its neighbours' decision ids. Once the key is right,
    /// a replay counts what it refused meanwhile.
    /// </summary>
    [Fact]
    public async Task Replay_CauseGone_CountsTheEventAndForgetsIt()
    {
        using var folder = new DataFolder();
        var click = new JsonObject { ["type"] = "conversion", ["event_id"] = Sent.NewId("event"), ["goal"] = "trial", ["value"] = 12.5 };
        await using (var first = await StartAsync(folder, key: 1))
        {
            click["decision_id"] = (string?)(await first.Client.PersonalizeAsync(_user))["decision_id"];
        }

        await using (var second = await StartAsync(folder, key: 2))
        {
            (await second.Client.PostAsync("/api/v1/events", click.ToJsonString())).AssertProblem(400, "decision_id");
        }

        await using var third = await StartAsync(folder, key: 1);
        var kept = await RefusedEvents.ListAsync(third.Client);
        var answer = await RefusedEvents.ReplayAsync(third.Client, kept);

        Assert.Equal((1, 0), ((int)answer["replayed"]!, answer["still_refused"]!.AsArray().Count));
        Assert.Empty(await RefusedEvents.ListAsync(third.Client));
        Assert.Equal(1, new EngineStore(folder.Path).Count("select count(*) from conversions where goal = 'trial' and value = 12.5"));
        Assert.Equal(1, (int)(await third.Client.PostAsync("/api/v1/events", click.ToJsonString())).AssertOk().Json["duplicates"]!);
    }

    private static Task<EngineProcess> StartAsync(DataFolder folder, byte key) =>
        EngineProcess.StartAsync(folder.Path, ("DECISION_KEY", Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray())));
}
