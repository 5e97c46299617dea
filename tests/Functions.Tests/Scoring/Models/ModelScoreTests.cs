using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring.Models;

/// <summary>A person's score by a model, at any instant, with its receipt.</summary>
public sealed class ModelScoreTests(SharedEngine engine)
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(14), Blink = TimeSpan.FromSeconds(1);

    private readonly string _key = Defined.NewKey(), _user = Sent.NewId();

    [Fact]
    public async Task Score_AtAnyInstant_IsTheFormula()
    {
        var viewed = await PrepareAsync();

        var now = await engine.Client.ScoreByAsync(_user, _key);
        var left = 60 * Math.Pow(2, -((DateTimeOffset)now["at"]! - viewed) / HalfLife);
        Assert.Equal((left + 15.5, 15.0, left + 0.5), ((double)now["score"]!, (double)now["fit"]!, (double)now["engagement"]!), Close);
        Assert.Equal(("hot_lead", "B1", _key, 1), ((string?)now["segment"], (string?)now["grade"], (string?)now["model"], (int)now["model_version"]!));
        var rule = now["groups"]![1]!["rules"]![0]!;
        Assert.Equal((1.0, 60.0, left, left), ((double)rule["units"]!, (double)rule["points"]!, (double)rule["decayed"]!, (double)rule["counted"]!), Close4);
        Assert.Empty(now["limits"]!.AsArray());

        var later = await engine.Client.ScoreByAsync(_user, _key, viewed + 28 * TimeSpan.FromDays(1));
        Assert.Equal(15 + 15 + 0.5, (double)later["score"]!, 1e-5);
        var before = await engine.Client.ScoreByAsync(_user, _key, viewed - TimeSpan.FromDays(1));
        Assert.Equal(15, (double)before["score"]!, 1e-9);
        Assert.Equal("profile_of_today", (string?)Assert.Single(before["limits"]!.AsArray())!["reason"]);
    }

    [Fact]
    public async Task FallsBelow_HalfLifeBesideWhatStays_IsInClosedForm()
    {
        var viewed = await PrepareAsync();
        var score = await engine.Client.ScoreByAsync(_user, _key);
        var falls = score["falls_below"]!.AsArray().ToDictionary(one => (string)one!["segment"]!, one => (DateTimeOffset)one!["at"]!);

        // 15 for the country and half a point for the mail, which leaves its window of 30 days before the second one.
        Assert.Equal(viewed + HalfLife * Math.Log2(60 / (50 - 15.5)), falls["hot_lead"], Blink);
        Assert.Equal(viewed + HalfLife * Math.Log2(60 / (20 - 15.0)), falls["warm_lead"], Blink);
        Assert.True((DateTimeOffset)score["next_change_at"]! <= falls["hot_lead"]);
        Assert.Equal("warm_lead", (string?)(await engine.Client.ScoreByAsync(_user, _key, falls["hot_lead"] + Blink))["segment"]);
        Assert.Equal("hot_lead", (string?)(await engine.Client.ScoreByAsync(_user, _key, falls["hot_lead"] - Blink))["segment"]);
    }

    [Fact]
    public async Task Score_OfTheSettings_StaysAndIsToldAtOtherInstants()
    {
        await PrepareAsync();
        var stored = await engine.Client.ScoreAsync(_user);
        var read = (await engine.Client.GetAsync($"/api/v1/lead-score/{_user}")).AssertOk().Json;
        Assert.Equal(((decimal)stored["score"]!, "default"), ((decimal)read["score"]!, (string?)read["model"]));
        Assert.Equal(stored["receipt"]!.AsArray().Count, read["receipt"]!.AsArray().Count);

        var in8Days = (await engine.Client.GetAsync($"/api/v1/lead-score/{_user}?model=default&at={DateTimeOffset.UtcNow.AddDays(8):yyyy-MM-ddTHH:mm:ssZ}")).AssertOk().Json;
        Assert.Equal(0.5m, (decimal)in8Days["score"]!);
        Assert.Equal((await engine.Client.GetAsync($"/api/v1/segment/{_user}")).Json["score"]!.ToString(), read["score"]!.ToString());
    }

    [Fact]
    public async Task Score_NobodyKnown_IsNothing()
    {
        await engine.Client.AddModelAsync(ScoringModels.Of(_key, $"/{_key}"));
        var score = await engine.Client.ScoreByAsync(_user, _key);
        Assert.Equal((false, 0.0, "cold_lead", "C3"), ((bool)score["known"]!, (double)score["score"]!, (string?)score["segment"], (string?)score["grade"]));
        Assert.Empty((await engine.Client.GetAsync($"/api/v1/lead-score/{_user}/history")).AssertOk().Json["items"]!.AsArray());
    }

    [Fact]
    public async Task History_OfScores_IsTheLatestFirstInPages()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("email.opened", 5, new JsonObject { ["user_id"] = _user }));
            await engine.Client.ScoreAsync(_user);
        }

        var first = (await engine.Client.GetAsync($"/api/v1/lead-score/{_user}/history?limit=2")).AssertOk().Json;
        Assert.Equal([1.5m, 1.0m], first["items"]!.AsArray().Select(row => (decimal)row!["score"]!));
        Assert.Equal(3, (int)first["items"]![0]!["factors"]!["email_opens"]!);
        var rest = (await engine.Client.GetAsync($"/api/v1/lead-score/{_user}/history?limit=2&cursor={Uri.EscapeDataString((string)first["next_cursor"]!)}")).AssertOk().Json;
        Assert.Equal((0.5m, null), ((decimal)Assert.Single(rest["items"]!.AsArray())!["score"]!, (string?)rest["next_cursor"]));
    }

    [Theory]
    [InlineData("?at=yesterday", "at")]
    [InlineData("?at=1999-01-01T00:00:00Z", "at")]
    [InlineData("?at=000", "at")]
    [InlineData("?model=unknown", "model")]
    [InlineData("/history?limit=0", "limit")]
    [InlineData("/history?cursor=x", "cursor")]
    [InlineData("/crossings?model=unknown", "model")]
    public async Task Read_BadParameter_NamesItAndWhatIsAccepted(string query, string field) =>
        (await engine.Client.GetAsync($"/api/v1/lead-score/{_user}{query}")).AssertProblem(400, field);

    [Fact]
    public async Task Backtest_DraftBesideWhatThereIs_ShowsMovesAndConversions()
    {
        var id = await engine.Client.AddModelAsync(ScoringModels.Of(_key, $"/{_key}"));
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(_user, $"/{_key}", 60 * 24 * 20));
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("lead.converted", 60 * 24 * 10, new JsonObject { ["user_id"] = _user }));

        var draft = ScoringModels.Of(_key, $"/{_key}");
        draft["groups"]![1]!["rules"]![0]!["points"] = 10;
        var report = (await engine.Client.AdminAsync(
            HttpMethod.Post, $"{ScoringModels.Path}/{id}/backtest", new JsonObject { ["model"] = draft, ["weeks"] = 3, ["people"] = 20_000, ["within_days"] = 7 }.ToJsonString()))
            .AssertOk().Json;

        Assert.Equal(3, report["instants"]!.AsArray().Count);
        Assert.Contains(report["moves"]!.AsArray(), move => (string?)move!["from"] == "warm_lead" && (string?)move["to"] == "cold_lead");
        Assert.Contains(report["live"]!.AsArray(), outcome => (string?)outcome!["segment"] == "warm_lead" && (int)outcome["converted"]! > 0);

        (await engine.Client.AdminAsync(HttpMethod.Post, $"{ScoringModels.Path}/{id}/backtest", """{"weeks": 100, "against": "x"}""")).AssertProblem(400, "weeks");
        (await engine.Client.AdminAsync(HttpMethod.Post, $"{ScoringModels.Path}/{id}/backtest")).AssertProblem(400, "model");
        (await engine.Client.AdminAsync(HttpMethod.Post, $"{ScoringModels.Path}/999999/backtest")).AssertProblem(404);
    }

    /// <returns>When the page was viewed.</returns>
    private async Task<DateTimeOffset> PrepareAsync()
    {
        await engine.Client.AddModelAsync(ScoringModels.Of(_key, $"/{_key}"));
        var view = Sent.PageView(_user, $"/{_key}", 60);
        await engine.Client.AcceptEventsAsync("rybbit", view);
        await engine.Client.AcceptEventsAsync("cdp",
            Sent.Cdp("customer.upserted", 30, new JsonObject { ["user_id"] = _user, ["country"] = "CH" }),
            Sent.Cdp("email.opened", 30, new JsonObject { ["user_id"] = _user }));
        return DateTimeOffset.Parse((string)view["timestamp"]!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static readonly IEqualityComparer<(double, double, double)> Close = EqualityComparer<(double, double, double)>.Create(
        (x, y) => Math.Abs(x.Item1 - y.Item1) + Math.Abs(x.Item2 - y.Item2) + Math.Abs(x.Item3 - y.Item3) < 1e-5);

    private static readonly IEqualityComparer<(double, double, double, double)> Close4 = EqualityComparer<(double, double, double, double)>.Create(
        (x, y) => Math.Abs(x.Item1 - y.Item1) + Math.Abs(x.Item2 - y.Item2) + Math.Abs(x.Item3 - y.Item3) + Math.Abs(x.Item4 - y.Item4) < 1e-5);
}
