using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Feedback;

/// <summary>
/// From impressions and clicks to click-through by slot, source and variant. On an engine of its own, so that every figure is
/// known.
/// </summary>
public sealed class ClickThroughTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Fact]
    public async Task Metrics_BeforeAnything_AreEmptyAndUndecided()
    {
        await using var fresh = await EngineProcess.StartAsync();
        var metrics = (await fresh.Client.AdminAsync(HttpMethod.Get, "metrics/recommendations")).AssertOk().Json;

        metrics.AssertShape("from:instant", "until:instant", "target:number", "recommendations:object", "meets_target:boolean?", "comparison:object", "rows:array");
        metrics["recommendations"].AssertShape(
            "slot:string", "source:string", "experiment:string?", "variant:string?", "impressions:number", "clicks:number", "ctr:number?",
            "ctr_low:number", "ctr_high:number");
        Assert.Null(metrics["recommendations"]!["ctr"]);
        Assert.Null(metrics["meets_target"]);
        Assert.Equal(0.05, (double)metrics["target"]!);
        Assert.Empty(metrics["rows"]!.AsArray());
    }

    [Fact]
    public async Task Metrics_OfASlot_CountItsRuleAndItsFallbackApart()
    {
        var user = Sent.NewId();
        var slot = NewSlot();
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show(slot, "x")));
        await ReportAsync(slot, user, impressions: 9, clicks: 4);
        await ReportAsync(slot, null, impressions: 6, clicks: 0);

        AssertRate(await RowAsync(slot, $"rule:{rule}"), 9, 4);
        AssertRate(await RowAsync(slot, "fallback"), 6, 0);
    }

    [Fact]
    public async Task Metrics_OfAnExperiment_CountEachVariantApart()
    {
        var (key, slot) = (Defined.NewKey(), NewSlot());
        var (a, b) = (Sent.NewId(), Sent.NewId());
        await engine.Client.AddExperimentAsync(Only(Defined.Experiment(key, "control", "bold"), a, 1, 0));
        await engine.Client.AddExperimentAsync(Only(Defined.Experiment(key + "2", "control", "bold"), b, 0, 1));
        await ReportAsync(slot, a, impressions: 5, clicks: 1);
        await ReportAsync(slot, b, impressions: 3, clicks: 3);

        AssertRate(await RowAsync(slot, "fallback"), 8, 4);
        AssertRate(await RowAsync(slot, "fallback", key, "control"), 5, 1);
        AssertRate(await RowAsync(slot, "fallback", key + "2", "bold"), 3, 3);
    }

    [Fact]
    public async Task Metrics_OfRecommendations_CountItemsByTheirSource()
    {
        var user = Sent.NewId();
        var item = Sent.NewId("item");
        await engine.Client.AcceptEventsAsync("cdp", Sent.Item(item));
        await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), new JsonObject { ["type"] = "pin", ["item_id"] = item }));
        for (var i = 0; i < 4; i++)
        {
            var decision = await engine.Client.DecideAsync(user);
            (await engine.Client.ReportAsync(Reported.Item("impression", decision, item), Reported.Item(i == 0 ? "click" : "impression", decision, item))).AssertOk();
        }

        AssertRate(await RowAsync("recommendations", "pinned"), 4, 1);
        AssertRate((await MetricsAsync())["recommendations"]!, 4, 1);
    }

    [Fact]
    public async Task Click_BeforeItsImpression_CountsAllTheSame()
    {
        var slot = NewSlot();
        var decision = await engine.Client.DecideAsync(query: $"slots={slot}");
        (await engine.Client.ReportAsync(Reported.Slot("click", decision, slot))).AssertOk();
        Assert.Null(await RowAsync(slot, "fallback"));

        (await engine.Client.ReportAsync(Reported.Slot("impression", decision, slot))).AssertOk();

        AssertRate(await RowAsync(slot, "fallback"), 1, 1);
    }

    [Fact]
    public async Task Repeats_OfOneDecision_CountOnce()
    {
        var slot = NewSlot();
        var decision = await engine.Client.DecideAsync(query: $"slots={slot}");
        for (var i = 0; i < 5; i++)
            (await engine.Client.ReportAsync(Reported.Slot("impression", decision, slot), Reported.Slot("click", decision, slot))).AssertOk();

        AssertRate(await RowAsync(slot, "fallback"), 1, 1);
    }

    [Fact]
    public async Task Window_OfHours_LeavesOlderOnesOut()
    {
        var slot = NewSlot();
        var decision = await engine.Client.DecideAsync(query: $"slots={slot}");
        var old = DateTimeOffset.UtcNow.AddMinutes(-90).ToUnixTimeMilliseconds();
        (await engine.Client.ReportAsync(Reported.Slot("impression", decision, slot).With("timestamp", old))).AssertOk();

        Assert.Null(await RowAsync(slot, "fallback", query: "?hours=1"));
        AssertRate(await RowAsync(slot, "fallback", query: "?hours=2"), 1, 0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9601")]
    [InlineData("")]
    [InlineData("day")]
    public async Task Window_OutOfRange_IsRefused(string hours) =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"metrics/recommendations?hours={hours}")).AssertProblem(400, "hours");

    [Fact]
    public async Task Conversion_OfADecision_IsKeptWithItsPersonGoalAndVariants()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Only(Defined.Experiment(key, "control", "bold"), user, 0, 1));
        var decision = await engine.Client.DecideAsync(user);
        var conversion = Reported.Slot("conversion", decision).Without("slot").With("event_id", Sent.NewId("event"));
        (await engine.Client.ReportAsync(conversion, conversion)).AssertOk();
        (await engine.Client.ReportAsync(conversion.With("event_id", Sent.NewId("event")).With("goal", "sign-up").With("value", 12.5))).AssertOk();

        var kept = engine.Process.Query<string>(
            "select goal || '/' || coalesce(value, 'none') || '/' || variants from conversions where person_id = @user order by id", ("@user", user));
        Assert.Equal([$"conversion/none/{key}=bold", $"sign-up/12.5/{key}=bold"], kept);
    }

    /// <summary>A slot of the answer that no rule of another test fills.</summary>
    private static string NewSlot() => $"s{Guid.CreateVersion7():N}";

    private static JsonObject Only(JsonObject experiment, string user, double control, double bold) => experiment
        .With("condition", Defined.For(user))
        .With("variants", JsonNode.Parse($$"""[{"key": "control", "weight": {{control}}}, {"key": "bold", "weight": {{bold}}}]"""));

    private static void AssertRate(JsonNode? row, int impressions, int clicks)
    {
        Assert.NotNull(row);
        Assert.Equal((impressions, clicks), ((int)row["impressions"]!, (int)row["clicks"]!));
        Assert.Equal((double)clicks / impressions, (double)row["ctr"]!, 1e-12);
        var (low, high) = WilsonBounds.Of(clicks, impressions);
        Assert.Equal(low, (double)row["ctr_low"]!, 1e-9);
        Assert.Equal(high, (double)row["ctr_high"]!, 1e-9);
    }

    private async Task ReportAsync(string slot, string? user, int impressions, int clicks)
    {
        for (var i = 0; i < impressions; i++)
        {
            var decision = await engine.Client.DecideAsync(user, $"slots={slot}");
            (await engine.Client.ReportAsync(Reported.Slot("impression", decision, slot))).AssertOk();
            if (i < clicks) (await engine.Client.ReportAsync(Reported.Slot("click", decision, slot))).AssertOk();
        }
    }

    private async Task<JsonNode> MetricsAsync(string query = "") =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"metrics/recommendations{query}")).AssertOk().Json;

    private async Task<JsonNode?> RowAsync(string slot, string source, string? experiment = null, string? variant = null, string query = "") =>
        (await MetricsAsync(query))["rows"]!.AsArray().SingleOrDefault(row =>
            (string?)row!["slot"] == slot && (string?)row["source"] == source
            && (string?)row["experiment"] == experiment && (string?)row["variant"] == variant);
}
