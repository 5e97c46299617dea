using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Scoring.Models;

/// <summary>Scoring models are edited as rules are: with versions, drafts and a way back.</summary>
public sealed class ModelEditingTests(SharedEngine engine)
{
    private readonly string _key = Defined.NewKey();

    [Fact]
    public async Task Model_AddedReadReplacedRemoved_KeepsItsHistory()
    {
        var model = ScoringModels.Of(_key, $"/{_key}");
        var added = (await engine.Client.AdminAsync(HttpMethod.Post, ScoringModels.Path, model.ToJsonString())).AssertOk();
        var path = $"{ScoringModels.Path}/{added.Json["id"]}";
        Assert.Equal((201, "\"1\"", $"/api/v1/admin/{path}"), (added.Status, added.ETag, added.Location));
        Assert.True(JsonNode.DeepEquals(model["groups"], (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertOk().Json["groups"]));
        (await engine.Client.AdminAsync(HttpMethod.Post, ScoringModels.Path, model.ToJsonString())).AssertProblem(409);

        (await engine.Client.AdminAsync(HttpMethod.Put, path, added.Json.AsObject().With("cap", 50).With("comment", "less").ToJsonString(), "\"1\"")).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Put, path, model.ToJsonString(), "\"1\"")).AssertProblem(412);
        var diff = (await engine.Client.AdminAsync(HttpMethod.Get, $"{path}/diff?from=1&to=2")).AssertOk().Json["changes"]!.AsArray();
        Assert.Equal(("/cap", 50), ((string?)Assert.Single(diff)!["pointer"], (int)diff[0]!["after"]!));
        Assert.Null((await engine.Client.AdminAsync(HttpMethod.Post, $"{path}/rollback", """{"version": 1}""")).AssertOk().Json["cap"]);
        Assert.Equal(3, (await engine.Client.AdminAsync(HttpMethod.Get, $"{path}/versions")).AssertOk().Json["items"]!.AsArray().Count);

        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, path)).Status);
        (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertProblem(404);
    }

    [Fact]
    public async Task Draft_WorseThanTheLiveOne_IsPublishedOnlyWhereInsistedOn()
    {
        var id = await engine.Client.AddModelAsync(ScoringModels.Of(_key, $"/{_key}"));
        var path = $"{ScoringModels.Path}/{id}";
        var draft = ScoringModels.Of(_key, $"/{_key}").With("calibration", JsonNode.Parse("""{"intercept": -3, "slope": 0.1, "quality": {"auc": 0.6, "worse_than_live": true}}"""));
        var saved = (await engine.Client.AdminAsync(HttpMethod.Put, $"{path}/draft", draft.ToJsonString())).AssertOk().Json;
        Assert.Equal("/calibration", (string?)Assert.Single(saved["changes"]!.AsArray())!["pointer"]);

        (await engine.Client.AdminAsync(HttpMethod.Post, $"{path}/publish")).AssertProblem(409);
        var published = (await engine.Client.AdminAsync(HttpMethod.Post, $"{path}/publish", """{"force": true}""")).AssertOk().Json;
        Assert.Equal((2, 0.1), ((int)published["version"]!, (double)published["calibration"]!["slope"]!));
        (await engine.Client.AdminAsync(HttpMethod.Get, $"{path}/draft")).AssertProblem(404);
    }

    [Theory]
    [InlineData("""{"key": "A b"}""", "key")]
    [InlineData("""{"thresholds": {"warm_lead": 0}}""", "thresholds.warm_lead")]
    [InlineData("""{"cap": 1000}""", "cap")]
    [InlineData("""{"decay": {"curve": "cliff"}}""", "decay.curve")]
    [InlineData("""{"crossings": {"dwell_hours": -1}}""", "crossings.dwell_hours")]
    [InlineData("""{"groups": []}""", "groups")]
    [InlineData("""{"groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 2000, "when": {"country": {"$gtx": 1}}}]}]}""", "groups[0].rules[0].points", "groups[0].rules[0].when.country.$gtx")]
    [InlineData("""{"groups": [{"key": "g", "kind": "fit", "rules": [{"key": "r", "points": 1, "when": {"id": {"$inGroup": "unknown"}}}]}]}""", "groups[0].rules[0].when.id.$inGroup")]
    public async Task Add_FaultyModel_NamesTheFieldAndWhatIsAccepted(string change, params string[] fields)
    {
        var model = ScoringModels.Of(_key, "/x");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) model[name] = value!.DeepClone();
        var refused = await engine.Client.AdminAsync(HttpMethod.Post, ScoringModels.Path, model.ToJsonString());
        foreach (var field in fields) refused.AssertProblem(400, field);
    }

    [Fact]
    public async Task Group_NamedByAModel_IsNotRemoved()
    {
        var group = (await engine.Client.AdminAsync(
            HttpMethod.Post, "groups", new JsonObject { ["key"] = _key, ["name"] = "n", ["values"] = new JsonArray("u") }.ToJsonString())).AssertOk();
        var model = ScoringModels.Of(_key, "/x");
        model["groups"]![0]!["rules"]![0]!["when"] = new JsonObject { ["id"] = new JsonObject { ["$inGroup"] = _key } };
        await engine.Client.AddModelAsync(model);
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"groups/{group.Json["id"]}")).AssertProblem(409);
    }
}
