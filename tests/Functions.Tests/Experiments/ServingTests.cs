using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Experiments;

/// <summary>Who is served what, who keeps it, and what counts.</summary>
public sealed class ServingTests(ExperimentEngine engine) : IClassFixture<ExperimentEngine>
{
    private const string Exposed = "select person_id || '=' || variant from exposures where experiment_id = @id order by 1";

    [Fact]
    public async Task Assignment_Read_ExposesNobody()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var id = await engine.Client.AddExperimentAsync(Mine(key, user));
        var read = (await engine.Client.GetAsync($"/api/v1/experiments/{key}/assignment?user_id={user}")).AssertOk().Json;
        read.AssertShape(
            "experiment:string", "user_id:string", "variant:string", "variant_index:number", "in_experiment:boolean", "reason:string", "bucket:number?",
            "bucket_version:number", "unused_inputs:array");
        Assert.True((bool)read["in_experiment"]!);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        Assert.Empty(engine.Process.Query<string>(Exposed, ("@id", id)));
        Assert.Equal((string?)read["variant"], (string?)(await engine.Client.AssignmentAsync(user, key))["variant"]);
    }

    [Fact]
    public async Task Assignment_OfNoSuchExperiment_IsNotFound()
    {
        (await engine.Client.GetAsync("/api/v1/experiments/no-such/assignment?user_id=u")).AssertProblem(404);
        (await engine.Client.GetAsync("/api/v1/experiments/assignments")).AssertProblem(400, "user_id");
    }

    [Fact]
    public async Task Served_WeightsCoverageAndTargetingChanged_KeepTheirVariantAndTheRestIsSpreadAnew()
    {
        var key = Defined.NewKey();
        var experiment = Defined.Experiment(key, "a", "b").With("ignore_holdout", true).With("variants", Weighted(0.5, 0.5));
        var id = await engine.Client.AddExperimentAsync(experiment);
        var people = Enumerable.Range(0, 60).Select(_ => Sent.NewId()).ToArray();
        var before = new Dictionary<string, string?>();
        foreach (var person in people) before[person] = (string?)(await engine.Client.AssignmentAsync(person, key, "limit=0"))["variant"];

        var changed = experiment.With("variants", Weighted(0, 1)).With("traffic_allocation", 0.5).With("condition", JsonNode.Parse("""{"context.page": "/x"}"""));
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", changed.ToJsonString())).AssertOk();

        foreach (var person in people)
        {
            var now = await engine.Client.AssignmentAsync(person, key, "limit=0");
            Assert.Equal((before[person], "kept", true), ((string?)now["variant"], (string?)now["reason"], (bool)now["in_experiment"]!));
        }

        Assert.Contains("a", before.Values);
        for (var i = 0; i < 30; i++)
        {
            var fresh = await engine.Client.AssignmentAsync(Sent.NewId(), key, "limit=0&context.page=/x");
            Assert.Equal((bool)fresh["in_experiment"]! ? "b" : "a", (string?)fresh["variant"]);
        }
    }

    [Fact]
    public async Task BucketVersion_Raised_SpreadsAnewOrLeavesOut()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var experiment = Mine(key, user).With("variants", Weighted(1, 0));
        var id = await engine.Client.AddExperimentAsync(experiment);
        await engine.Client.PersonalizeAsync(user);

        var anew = experiment.With("variants", Weighted(0, 1)).With("bucket_version", 1);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", anew.ToJsonString())).AssertOk();
        Assert.Equal("b", (string?)(await engine.Client.AssignmentAsync(user, key))["variant"]);

        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", anew.With("min_bucket_version", 1).ToJsonString())).AssertOk();
        Assert.Equal("retired", (string?)(await engine.Client.AssignmentAsync(user, key))["reason"]);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.ToJsonString())).AssertProblem(409);
    }

    [Fact]
    public async Task Tester_NamedInTheDefinition_SeesTheirVariantUncounted()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var id = await engine.Client.AddExperimentAsync(
            Defined.Experiment(key, "a", "b", "c").With("status", "draft").With("forced", new JsonObject { ["c"] = new JsonArray(user) }));
        await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { [$"experiments.{key}"] = "c" }, Defined.Show(key, "C")));

        var answer = await engine.Client.PersonalizeAsync(user, $"slots={key}");
        var place = Assert.Single(answer["experiments"]!.AsArray(), one => (string?)one!["experiment"] == key)!;
        Assert.Equal(("c", "forced", false), ((string?)place["variant"], (string?)place["reason"], (bool)place["in_experiment"]!));
        Assert.Equal("C", (string?)answer["slots"]![key]!["content"]);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        Assert.Empty(engine.Process.Query<string>(Exposed, ("@id", id)));
    }

    [Fact]
    public async Task Tester_WithTheKey_GetsWhatTheyAskForAndTheControlOfAllElse()
    {
        var (user, key, other) = (Sent.NewId(), Defined.NewKey(), Defined.NewKey());
        var ids = new[] { await engine.Client.AddExperimentAsync(Mine(key, user)), await engine.Client.AddExperimentAsync(Mine(other, user)) };

        var answer = (await AskAsync($"/api/v1/personalize/{user}?force.{key}=b", ExperimentEngine.TesterKey)).AssertOk().Json;
        Assert.Equal("b forced", Told(answer, key));
        Assert.Equal("a tester", Told(answer, other));
        await Task.Delay(600, TestContext.Current.CancellationToken);
        Assert.All(ids, id => Assert.Empty(engine.Process.Query<string>(Exposed, ("@id", id))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tester-key-of-others")]
    public async Task Tester_WithoutTheKey_IsRefused(string? key) =>
        (await AskAsync($"/api/v1/personalize/{Sent.NewId()}?force.x=b", key)).AssertProblem(401);

    [Fact]
    public async Task Holdout_ItsPeople_GetTheControlOfEverythingAndCountNowhere()
    {
        var (key, all) = (Defined.NewKey(), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b"));
        await engine.Client.AddExperimentAsync(Defined.Experiment(all, "a", "b").With("ignore_holdout", true));
        var held = 0;
        for (var i = 0; i < 300; i++)
        {
            var places = (await engine.Client.GetAsync($"/api/v1/experiments/assignments?user_id={Sent.NewId()}")).AssertOk().Json["assignments"]!.AsArray();
            var place = places.Single(one => (string?)one!["experiment"] == key)!;
            Assert.True((bool)places.Single(one => (string?)one!["experiment"] == all)!["in_experiment"]!);
            if ((string?)place["reason"] != "held_out") continue;
            held++;
            Assert.Equal(("a", false), ((string?)place["variant"], (bool)place["in_experiment"]!));
        }

        Assert.InRange(held, 2, 40);
    }

    [Fact]
    public async Task Answer_AskedForSomeExperiments_ExposesToThoseAndToWhatRulesAskFor()
    {
        var (user, asked, shown, hidden) = (Sent.NewId(), Defined.NewKey(), Defined.NewKey(), Defined.NewKey());
        var ids = new List<long>();
        foreach (var key in (string[])[asked, shown, hidden]) ids.Add(await engine.Client.AddExperimentAsync(Mine(key, user)));
        await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { [$"experiments.{shown}"] = "b" }, Defined.Show($"s{shown}", 1)));
        await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { [$"experiments.{hidden}"] = "b" }, Defined.Show($"s{hidden}", 1)));

        var answer = await engine.Client.PersonalizeAsync(user, $"experiments={asked}&slots=s{shown}&limit=0");
        Assert.Equal([asked], answer["experiments"]!.AsArray().Select(one => (string?)one!["experiment"]));
        await engine.Process.QueryUntilAsync<string>(found => found.Count > 0, Exposed, ("@id", ids[1]));
        Assert.Equal([1, 1, 0], ids.Select(id => engine.Process.Query<string>(Exposed, ("@id", id)).Count));
    }

    private static JsonObject Mine(string key, string user) =>
        Defined.Experiment(key, "a", "b").With("condition", Defined.For(user)).With("ignore_holdout", true);

    private static JsonNode? Weighted(double a, double b) =>
        JsonNode.Parse($$"""[{"key": "a", "weight": {{a}}}, {"key": "b", "weight": {{b}}}]""");

    private static string Told(JsonNode answer, string key) =>
        answer["experiments"]!.AsArray().Where(one => (string?)one!["experiment"] == key).Select(one => $"{one!["variant"]} {one["reason"]}").Single();

    private async Task<EngineResponse> AskAsync(string path, string? testerKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", EngineProcess.FunctionKey);
        if (testerKey is not null) request.Headers.Add("x-tester-key", testerKey);
        return await engine.Client.SendAsync(request);
    }
}
