using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Scoring;

/// <summary>Models are learnt from who converted, judged on what came later, and kept as drafts.</summary>
public sealed class CalibrationTests(OwnEngine engine) : IClassFixture<OwnEngine>, IAsyncLifetime
{
    private const string Looks = """
        "basis": "events", "age_days": 1, "horizon_days": 10
        """;

    private static bool _isSent;

    public async ValueTask InitializeAsync()
    {
        if (_isSent) return;
        _isSent = true;
        // Weeks of leads, of whom most with three forms convert and most with one do not.
        for (var week = 4; week <= 14; week++)
        {
            await Leads.SendAsync(engine.Client, 20, 3, week * 7, place => place < 16 ? (week * 7) - 3 : null);
            await Leads.SendAsync(engine.Client, 20, 1, week * 7, place => place < 3 ? (week * 7) - 3 : null);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Calibrate_FormsTellWhoConverts_LearnsThemAndIsJudgedOnLaterWeeks()
    {
        var learnt = (await CalibrateAsync($"{{ {Looks} }}")).AssertOk().Json;

        Assert.Equal("platt", (string?)learnt["curve"]);
        Assert.True((double)learnt["draft_quality"]!["auc"]! > 0.75);
        Assert.True((double)learnt["draft_quality"]!["calibration_error"]! < 0.06);
        Assert.True((int)learnt["learnt"]!["looks"]! >= 200 && (int)learnt["held_out"]!["looks"]! >= 120);
        Assert.NotEqual("no", (string?)learnt["target_reached"]);
        // The plain weights call three forms cold; the learnt threshold parts them off.
        Assert.Null((double?)learnt["live_quality"]!["sales_ready"]!["precision"]);
        Assert.Equal(0.8, (double)learnt["draft_quality"]!["sales_ready"]!["precision"]!, 6);
        Assert.False((bool)learnt["worse"]!);
        Assert.Null(learnt["draft"]);
        Assert.True((double)Points(learnt, "form_submissions")["points"]! > 0);
        Assert.Equal(0, (double)Points(learnt, "email_opens")["points"]!);
    }

    [Fact]
    public async Task Calibrate_LearntDocument_IsTakenByTheModelsApiAndBecomesItsDraft()
    {
        var learnt = (await CalibrateAsync($"{{ {Looks} }}")).AssertOk().Json;
        var added = (await engine.Client.AdminAsync(HttpMethod.Post, "scoring/models", learnt["model"]!.ToJsonString())).AssertOk().Json;

        var again = (await CalibrateAsync($$"""{ {{Looks}}, "model": "learnt" }""")).AssertOk().Json;

        Assert.Equal((int)added["id"]!, (int)again["draft"]!["model_id"]!);
        // Learnt from the same: neither better nor worse than itself.
        Assert.Equal((double)again["live_quality"]!["auc"]!, (double)again["draft_quality"]!["auc"]!, 9);
        var draft = (await engine.Client.AdminAsync(HttpMethod.Get, $"scoring/models/{added["id"]}/draft")).AssertOk().Json;
        Assert.StartsWith("Learnt from", (string?)draft["comment"], StringComparison.Ordinal);
        Assert.Equal((double)again["draft_quality"]!["brier"]!, (double)draft["model"]!["calibration"]!["quality"]!["draft"]!["brier"]!, 12);
        (await engine.Client.AdminAsync(HttpMethod.Post, $"scoring/models/{added["id"]}/publish", "{}")).AssertOk();
    }

    [Fact]
    public async Task Publish_WorseThanTheLiveOne_IsRefusedWithBothFiguresUnlessForced()
    {
        // The live one knows the truth; what is learnt under a penalty that flattens everything is less sure.
        const string Live = """
            {
              "key": "true", "name": "True",
              "groups": [{ "key": "g", "kind": "engagement", "rules": [{ "key": "f", "factor": "form_submissions", "points": 10 }] }],
              "calibration": { "points": [{ "score": 10, "probability": 0.15 }, { "score": 30, "probability": 0.8 }] }
            }
            """;
        var id = (int)(await engine.Client.AdminAsync(HttpMethod.Post, "scoring/models", Live)).AssertOk().Json["id"]!;
        var learnt = (await CalibrateAsync($$"""{ {{Looks}}, "model": "true", "penalty": 10000, "curve": "platt" }""")).AssertOk().Json;
        Assert.True((bool)learnt["worse"]!, learnt["draft_quality"]!.ToJsonString() + learnt["live_quality"]!.ToJsonString());

        var refused = await engine.Client.AdminAsync(HttpMethod.Post, $"scoring/models/{id}/publish", "{}");
        refused.AssertProblem(409);
        Assert.Matches(@"AUC 0\.\d{4} against 0\.\d{4}, Brier score 0\.\d{4} against 0\.\d{4}", (string?)refused.Json["detail"]!);

        (await engine.Client.AdminAsync(HttpMethod.Post, $"scoring/models/{id}/publish", """{ "force": true, "comment": "We know better" }""")).AssertOk();
        var audit = (await engine.Client.AdminAsync(HttpMethod.Get, "audit?limit=1")).AssertOk().Body;
        Assert.Contains("We know better [forced: On held-out data it is worse", audit, StringComparison.Ordinal);
    }

    /// <summary>What it says is the truth here, so only what chance adds is left: 0.8 × 0.2 and 0.15 × 0.85, of as many each.</summary>
    [Fact]
    public async Task Quality_OfAModel_IsThatOfItsOwnScoresAndProbabilities()
    {
        const string Model = """
            {
              "key": "said", "name": "Says it", "thresholds": { "warm_lead": 10, "hot_lead": 20, "sales_ready": 30 },
              "groups": [{ "key": "g", "kind": "engagement", "rules": [{ "key": "f", "factor": "form_submissions", "points": 10 }] }],
              "calibration": { "points": [{ "score": 10, "probability": 0.15 }, { "score": 30, "probability": 0.8 }] }
            }
            """;
        (await engine.Client.AdminAsync(HttpMethod.Post, "scoring/models", Model)).AssertOk();

        const string Asked = "scoring/quality?basis=events&age_days=1&horizon_days=10";
        var plain = (await engine.Client.AdminAsync(HttpMethod.Get, Asked)).AssertOk().Json;
        var quality = (await engine.Client.AdminAsync(HttpMethod.Get, $"{Asked}&model=said")).AssertOk().Json;

        Assert.Equal(("default", "segment_rates"), ((string?)plain["model"], (string?)plain["probabilities"]!["source"]));
        Assert.Equal(("said", "model"), ((string?)quality["model"], (string?)quality["probabilities"]!["source"]));
        var ready = quality["total"]!["segments"]!.AsArray().Single(one => (string?)one!["segment"] == "sales_ready")!;
        Assert.Equal(0.8, (double)ready["precision"]!, 9);
        Assert.Equal(((0.8 * 0.2) + (0.15 * 0.85)) / 2, (double)quality["probabilities"]!["brier"]!, 9);
        Assert.Equal((int)plain["total"]!["looks"]!, (int)quality["total"]!["looks"]!);
        (await engine.Client.AdminAsync(HttpMethod.Get, $"{Asked}&model=nobody")).AssertProblem(404);
    }

    [Fact]
    public async Task Calibrate_TooFewConversions_SaysHowManyThereAre()
    {
        var answer = await CalibrateAsync($$"""{ {{Looks}}, "goal": "other" }""");

        answer.AssertProblem(409);
        Assert.Contains("0 of them followed by a conversion; at least 20 of both kinds are needed", (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_NoSuchModel_IsNotFound() => (await CalibrateAsync("""{ "model": "nobody" }""")).AssertProblem(404);

    [Theory]
    [InlineData("""{ "basis": "guess" }""", "basis")]
    [InlineData("""{ "basis": "stored", "model": "m" }""", "basis")]
    [InlineData("""{ "held_out": 0.05 }""", "held_out")]
    [InlineData("""{ "penalty": 0 }""", "penalty")]
    [InlineData("""{ "curve": "spline" }""", "curve")]
    [InlineData("""{ "horizon_days": 366 }""", "horizon_days")]
    [InlineData("""{ "from": "2999-01-01T00:00:00Z" }""", "from")]
    [InlineData("""{ "attributes": ["score"] }""", "attributes")]
    [InlineData("""{ "attributes": ["traits.a.b"] }""", "attributes")]
    [InlineData("""{ "other": 1 }""", "other")]
    [InlineData("[]", "")]
    public async Task Calibrate_WrongField_IsAProblemWithTheField(string document, string field) =>
        (await CalibrateAsync(document)).AssertProblem(400, field);

    private static JsonNode Points(JsonNode learnt, string feature) =>
        learnt["points"]!.AsArray().Single(one => (string?)one!["feature"] == feature)!;

    private Task<EngineResponse> CalibrateAsync(string document) => engine.Client.AdminAsync(HttpMethod.Post, "scoring/calibrate", document);
}
