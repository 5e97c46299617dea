using System.Net;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Experiments;

/// <summary>What SDKs read and tell, without an SDK.</summary>
public sealed class FeaturesTests(ExperimentEngine engine) : IClassFixture<ExperimentEngine>
{
    private const string Path = $"/api/features/{ExperimentEngine.SdkKey}", Track = $"/api/v1/experiments/track/{ExperimentEngine.SdkKey}";

    [Fact]
    public async Task Features_AskedAgainWithTheirTag_AreNotSentAgainUntilSomethingChanges()
    {
        using var http = new HttpClient { BaseAddress = engine.Client.Address };
        using var first = await http.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "*"), (first.StatusCode, first.Headers.GetValues("Access-Control-Allow-Origin").Single()));

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(http, first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(http, $"\"other\", W/{first.Headers.ETag}"));
        await engine.Client.AddExperimentAsync(Defined.Experiment(Defined.NewKey(), "a", "b"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(http, first.Headers.ETag.ToString()));
    }

    [Fact]
    public async Task Features_OfAnUnknownClient_AreRefused()
    {
        (await engine.Client.SendAsync(HttpMethod.Get, "/api/features/sdk-nobody", null, null)).AssertProblem(401);
        (await engine.Client.SendAsync(HttpMethod.Post, "/api/v1/experiments/track/sdk-nobody", "{}", null)).AssertProblem(401);
    }

    [Fact]
    public async Task Features_OfAnExperimentThatDoesNotRun_HaveNoRule()
    {
        var (draft, ended, running) = (Defined.NewKey(), Defined.NewKey(), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Defined.Experiment(draft, "a", "b").With("status", "draft"));
        await engine.Client.AddExperimentAsync(Defined.Experiment(ended, "a", "b").With("end_date", "2020-01-01T00:00:00Z"));
        await engine.Client.AddExperimentAsync(Defined.Experiment(running, "a", "b").With("forced", JsonNode.Parse("""{"b": ["secret-tester"]}""")));

        var body = (await engine.Client.SendAsync(HttpMethod.Get, Path, null, null)).AssertOk();
        var features = body.Json["features"]!;
        Assert.Null(features[draft]);
        Assert.Empty(features[ended]!["rules"]!.AsArray());
        Assert.Equal((running, 2, "id"), ((string?)Rule("key"), (int)Rule("hashVersion")!, (string?)Rule("hashAttribute")));
        Assert.DoesNotContain("secret-tester", body.Body, StringComparison.Ordinal);

        JsonNode? Rule(string field) => Assert.Single(features[running]!["rules"]!.AsArray())![field];
    }

    [Fact]
    public async Task Features_TargetedBySegmentsAndGroups_HaveThemWrittenOutAndNoOthers()
    {
        var (named, other, segment, experiment) = (Defined.NewKey(), Defined.NewKey(), Defined.NewKey(), Defined.NewKey());
        foreach (var group in (string[])[named, other])
            (await engine.Client.AdminAsync(HttpMethod.Post, "groups", $$"""{"key": "{{group}}", "name": "n", "values": ["u-1", 2]}""")).AssertOk();
        var inGroup = new JsonObject { ["id"] = new JsonObject { ["$inGroup"] = named } };
        (await engine.Client.AdminAsync(
            HttpMethod.Post, "segments", new JsonObject { ["key"] = segment, ["name"] = "n", ["condition"] = inGroup }.ToJsonString())).AssertOk();
        await engine.Client.AddExperimentAsync(Defined.Experiment(experiment, "a", "b")
            .With("condition", new JsonObject { ["context.country"] = "CH", ["$savedGroups"] = new JsonArray(segment) }));

        var body = (await engine.Client.SendAsync(HttpMethod.Get, Path, null, null)).AssertOk().Json;
        Assert.Equal("""["u-1",2]""", body["savedGroups"]![named]!.ToJsonString().Replace(" ", "", StringComparison.Ordinal));
        Assert.Null(body["savedGroups"]![other]);
        Assert.Equal(
            $$"""{"$and":[{"context.country":"CH"},{{inGroup.ToJsonString()}}]}""",
            body["features"]![experiment]!["rules"]![0]!["condition"]!.ToJsonString());
    }

    [Fact]
    public async Task Track_ToldTwice_IsOneExposureThatThePersonKeeps()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var experiment = Defined.Experiment(key, "a", "b").With("ignore_holdout", true);
        var id = await engine.Client.AddExperimentAsync(experiment);
        foreach (var variant in (string[])["b", "b"])
        {
            var answer = (await TellAsync(user, key, variant)).AssertOk();
            Assert.True((bool)answer.Json["counted"]!);
        }

        Assert.Equal([$"{user}=b"], engine.Process.Query<string>("select person_id || '=' || variant from exposures where experiment_id = @id", ("@id", id)));
        Assert.Equal("b", (string?)(await engine.Client.AssignmentAsync(user, key))["variant"]);
    }

    [Theory]
    [InlineData("""{"result": {"key": "a", "hashValue": "u"}}""", "experiment")]
    [InlineData("""{"experiment": {"key": "no-such"}, "result": {"key": "a", "hashValue": "u"}}""", "experiment.key")]
    [InlineData("""{"experiment": {"key": "KEY"}, "result": {"key": "z", "hashValue": "u"}}""", "result.key")]
    [InlineData("""{"experiment": {"key": "KEY"}, "result": {"key": "a"}}""", "result.hashValue")]
    [InlineData("""{"experiment": {"key": "KEY"}, "result": {"key": "a", "hashAttribute": "company", "hashValue": "acme"}}""", "user_id")]
    public async Task Track_SomethingIsMissing_SaysWhat(string body, string field)
    {
        var key = Defined.NewKey();
        await engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b"));
        (await engine.Client.SendAsync(HttpMethod.Post, Track, body.Replace("KEY", key, StringComparison.Ordinal), null)).AssertProblem(400, field);
    }

    [Fact]
    public async Task Track_OfWhatDoesNotCount_StoresNothing()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(key, "a", "b"));
        var body = $$"""{"experiment": {"key": "{{key}}"}, "result": {"key": "a", "hashValue": "{{user}}", "inExperiment": true, "hashUsed": false} }""";
        Assert.False((bool)(await engine.Client.SendAsync(HttpMethod.Post, Track, body, null)).AssertOk().Json["counted"]!);
        Assert.Empty(engine.Process.Query<string>("select variant from exposures where experiment_id = @id", ("@id", id)));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private Task<EngineResponse> TellAsync(string user, string experiment, string variant) => engine.Client.SendAsync(
        HttpMethod.Post, Track,
        $$"""{"experiment": {"key": "{{experiment}}", "variations": ["a", "b"]}, "result": {"key": "{{variant}}", "hashAttribute": "id", "hashValue": "{{user}}", "inExperiment": true, "hashUsed": true} }""",
        null);
}
