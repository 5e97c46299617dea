using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Feedback;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Results;

/// <summary>What the results of an experiment count, and what they leave out.</summary>
public sealed class ResultsTests(SharedEngine engine)
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddDays(-3);

    [Fact]
    public async Task Results_BeforeAnything_AreEmptyAndSayNothing()
    {
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", Defined.For("nobody")));
        var results = await engine.Client.ResultsAsync(id);

        results.AssertShape(
            "id:number", "key:string", "status:string", "allocation:string", "from:instant?", "until:instant", "method:string", "alpha:number",
            "verdict:string", "variants:array", "multiple_exposures:object", "sample_ratio:object", "metrics:array", "guardrail_stops:array", "weights:array");
        Assert.Equal("Nobody has been served a variant yet.", (string?)results["verdict"]);
        Assert.Equal(["conversion", "revenue", "ctr"], results["metrics"]!.AsArray().Select(metric => (string?)metric!["metric"]!["key"]));
        Assert.Equal("too_few", (string?)results.MetricOf("ctr").VariantOf("b")["verdict"]);
    }

    [Fact]
    public async Task Results_CountWhatHappenedAfterTheExposure_OfPeopleOfOneVariant()
    {
        var (key, run) = (Defined.NewKey(), Sent.NewId("r"));
        var id = await AddAsync(key, Trials.Metric("any", "conversion"), Trials.Metric("money", "revenue", ("goal", "order")), Trials.Metric("views", "count", ("event", "pageview"), ("path", "/pricing")));
        await engine.Client.TrackAsync(
            Trials.Exposure(key, "a", $"{run}1", Start), Trials.Exposure(key, "b", $"{run}2", Start), Trials.Exposure(key, "b", $"{run}3", Start),
            Trials.Exposure(key, "a", $"{run}4", Start), Trials.Exposure(key, "b", $"{run}4", Start.AddHours(1)));
        await engine.Client.ConvertAsync(
            Trials.Conversion($"{run}1", "order", Start.AddHours(-1), 100), Trials.Conversion($"{run}2", "order", Start.AddHours(1), 10),
            Trials.Conversion($"{run}2", "order", Start.AddHours(30), 5.5), Trials.Conversion($"{run}3", "other", Start.AddHours(1), 7),
            Trials.Conversion($"{run}4", "order", Start.AddHours(1), 1000));
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView($"{run}1", "/pricing", 60), Sent.PageView($"{run}1", "/pricing", 50), Sent.PageView($"{run}1", "/", 40));

        var results = await engine.Client.ResultsAsync(id);

        Assert.Equal([1, 2], results["variants"]!.AsArray().Select(variant => (int)variant!["users"]!));
        Assert.Equal((1, true), ((int)results["multiple_exposures"]!["users"]!, (bool)results["multiple_exposures"]!["suspicious"]!));
        AssertTotals(results, "any", 0, 2);
        AssertTotals(results, "money", 0, 15.5);
        AssertTotals(results, "views", 2, 0);
        Assert.Equal(7.75, (double)results.MetricOf("money").VariantOf("b")["mean"]!);
        var days = results.MetricOf("money")["series"]!.AsArray().Where(day => (string?)day!["variant"] == "b").ToList();
        Assert.Equal([5.0, 7.75], days.Select(day => (double)day!["mean"]!).Distinct());
    }

    [Fact]
    public async Task Results_OfClicks_AreClicksPerImpression()
    {
        var (key, user) = (Defined.NewKey(), Sent.NewId());
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b").With("condition", Defined.For(user)).With(Trials.Metric("clicks", "ctr", ("slot", "hero"))));
        var variant = (string)(await engine.Client.AssignmentAsync(user, key))["variant"]!;
        for (var i = 0; i < 3; i++)
        {
            var decision = await engine.Client.DecideAsync(user);
            (await engine.Client.ReportAsync(Reported.Slot("impression", decision), Reported.Slot(i == 0 ? "click" : "impression", decision))).AssertOk();
        }

        await engine.Process.QueryUntilAsync<string>(found => found.Count > 0, "select person_id from exposures where experiment_id = @id", ("@id", id));
        var arm = (await engine.Client.ResultsAsync(id)).MetricOf("clicks").VariantOf(variant);
        Assert.Equal((1, 1.0), ((int)arm["users"]!, (double)arm["total"]!));
        Assert.Equal(1.0 / 3, (double)arm["mean"]!, 1e-12);
    }

    [Fact]
    public async Task Metrics_OfAnExperiment_AreKeptAndShown()
    {
        var metrics = new JsonArray(Trials.Metric("errors", "count", ("event", "error"), ("guardrail", true), ("direction", "decrease"), ("min_effect", 0.1)), Trials.Metric("money", "revenue"));
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", Defined.For("nobody")).With("metrics", metrics).With("allocation", "bandit");
        var id = await engine.Client.AddExperimentAsync(experiment);

        var read = (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", read.Body, read.ETag)).AssertOk();
        var again = (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}")).AssertOk();

        Assert.Equal("bandit", (string?)again.Json["allocation"]);
        Assert.True(JsonNode.DeepEquals(read.Json["metrics"], again.Json["metrics"]));
        Assert.Equal(("errors", "error", 0.1), ((string?)again.Json["metrics"]![0]!["key"], (string?)again.Json["metrics"]![0]!["event"], (double)again.Json["metrics"]![0]!["min_effect"]!));
    }

    [Theory]
    [InlineData("method=best", "method")]
    [InlineData("alpha=0", "alpha")]
    [InlineData("alpha=0.5", "alpha")]
    [InlineData("tightest_at=99", "tightest_at")]
    [InlineData("covariate_days=91", "covariate_days")]
    public async Task Results_AskedForWrongly_AreRefused(string query, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/1/results?{query}")).AssertProblem(400, field);

    [Fact]
    public async Task Results_OfNoExperiment_AreNotFound() =>
        (await engine.Client.AdminAsync(HttpMethod.Get, "experiments/987654321/results")).AssertProblem(404);

    [Fact]
    public async Task Track_WhatMakesNoSense_IsRefusedWithItsPlace()
    {
        var (key, user) = (Defined.NewKey(), Sent.NewId());
        await AddAsync(key);
        var sent = new JsonArray(
            Trials.Exposure(key, "a", user, Start), Trials.Exposure(key, "c", user, Start), Trials.Exposure("none", "a", user, Start),
            Trials.Exposure(key, "a", user, DateTimeOffset.UtcNow.AddHours(1)));

        var results = (await engine.Client.PostAsync("/api/v1/experiments/track", sent.ToJsonString())).AssertOk().Json["results"]!.AsArray();

        Assert.Equal(
            [("accepted", null), ("refused", "variant"), ("refused", "experiment"), ("refused", "occurred_at")],
            results.Select(result => ((string?)result!["status"], (string?)result["field"])));
        (await engine.Client.PostAsync("/api/v1/experiments/track", "{}")).AssertProblem(400, "user_id");
    }

    private static void AssertTotals(JsonNode results, string metric, double a, double b)
    {
        Assert.Equal(a, (double)results.MetricOf(metric).VariantOf("a")["total"]!);
        Assert.Equal(b, (double)results.MetricOf(metric).VariantOf("b")["total"]!);
    }

    private Task<long> AddAsync(string key, params JsonObject[] metrics) =>
        engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b").With("condition", Defined.For("nobody")).With(metrics));
}
