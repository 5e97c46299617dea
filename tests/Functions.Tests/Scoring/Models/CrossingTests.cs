using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring.Models;

/// <summary>A crossing asks for one message, once, with its id; whoever notes it and whatever dies meanwhile.</summary>
public sealed class CrossingTests : IDisposable
{
    private const string Actions = """
        "crossings": {"hysteresis": 5, "dwell_hours": 1, "actions": [
          {"segment": "hot_lead", "channel": "webhook", "template": "hot"}, {"segment": "warm_lead", "channel": "email", "template": "warm"}]},
        """;

    private const string Sent1 = "select count(*) from outbox where idempotency_key is not null";

    private readonly DataFolder _folder = new();
    private readonly string _key = Defined.NewKey(), _user = Sent.NewId();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Crossing_OfSomebodyNew_IsNotedOnceWithItsMessage()
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path);
        var id = await engine.Client.AddModelAsync(ScoringModels.Of(_key, "/hot", Actions));
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, "/hot", 0));
        for (var i = 0; i < 3; i++) await engine.Client.ScoreAsync(_user);

        var crossings = await engine.Client.CrossingsAsync(_user, $"model={_key}");
        Assert.Equal(["hot_lead", "warm_lead"], crossings.Select(crossing => (string)crossing!["segment"]!).Order());
        var hot = crossings.Single(crossing => (string?)crossing!["segment"] == "hot_lead")!;
        Assert.Equal(("up", "webhook", "hot", null, id), ((string?)hot["direction"], (string?)hot["channel"], (string?)hot["template"], (string?)hot["withheld"], (long)hot["model_id"]!));
        Assert.Equal("no_consent", (string?)crossings.Single(crossing => (string?)crossing!["segment"] == "warm_lead")!["withheld"]);
        var keys = new EngineStore(_folder.Path).Rows("select idempotency_key from outbox where idempotency_key is not null", row => row.GetString(0));
        Assert.Equal((string?)hot["crossing_id"], Assert.Single(keys));
    }

    [Fact]
    public async Task Model_GoingLiveOrChanging_SendsNothingForWhoIsThere()
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path);
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, "/hot", 5));
        var id = await engine.Client.AddModelAsync(ScoringModels.Of(_key, "/hot", Actions));
        await engine.Client.ScoreAsync(_user);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"{ScoringModels.Path}/{id}", ScoringModels.Of(_key, "/cold", Actions).ToJsonString())).AssertOk();
        await engine.Client.ScoreAsync(_user);

        Assert.Empty(await engine.Client.CrossingsAsync(_user));
        Assert.Equal(0, new EngineStore(_folder.Path).Count(Sent1));
    }

    [Fact]
    public async Task Kill_WhileCrossingsAreNoted_SendsEachOnce()
    {
        const int People = 40;
        var users = Enumerable.Range(0, People).Select(_ => Sent.NewId()).ToList();
        await using (var engine = await EngineProcess.StartAsync(_folder.Path))
        {
            await engine.Client.AddModelAsync(ScoringModels.Of(_key, "/hot", Actions));
            await engine.Client.AcceptEventsAsync("rybbit", users.Select(user => Sent.PageView(user, "/hot", 0)));
            var asking = users.Concat(users).Select(user => engine.Client.PostAsync($"/api/v1/lead-score/{user}")).ToList();
            await Task.WhenAny(asking);
            await engine.KillAsync();
            await Task.WhenAll(asking).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await using var next = await EngineProcess.StartAsync(_folder.Path);
        await Task.WhenAll(users.Concat(users).Select(user => next.Client.ScoreAsync(user)));
        var store = new EngineStore(_folder.Path);
        Assert.Equal(People, store.Count(Sent1));
        Assert.Equal(2 * People, store.Count("select count(*) from score_crossings"));
        Assert.Equal(People, store.Count("select count(*) from score_crossings c join outbox o on o.idempotency_key = c.crossing_id"));
    }
}
