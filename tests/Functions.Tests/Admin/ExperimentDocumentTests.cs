using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>What an experiment is made of, and what is refused with its place.</summary>
public sealed class ExperimentDocumentTests(SharedEngine engine)
{
    [Fact]
    public async Task Add_LeastThereMustBe_FillsInTheRest()
    {
        var key = Defined.NewKey();
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "experiments", $$"""{"key": "{{key}}", "name": "n", "variants": [{"key": "a"}, {"key": "b"}]}""");

        Assert.Equal((201, "\"1\"", $"/api/v1/admin/experiments/{answer.Json["id"]}"), (answer.Status, answer.ETag, answer.Location));
        answer.Json.AssertShape(
            "id:number", "key:string", "name:string", "description:string?", "status:string", "variants:array", "traffic_allocation:number",
            "seed:string", "hash_version:number", "condition:object?", "start_date:instant?", "end_date:instant?", "type:string",
            "hash_attribute:string", "fallback_attribute:string?", "filters:array", "namespace:object?", "prerequisites:array", "forced:object",
            "sticky:boolean", "bucket_version:number", "min_bucket_version:number", "ignore_holdout:boolean", "released_variant:string?",
            "version:number",
            "created_at:instant", "updated_at:instant", "metrics:array", "allocation:string");
        Assert.All(answer.Json["variants"]!.AsArray(), variant => variant.AssertShape("key:string", "name:string?", "weight:number", "recommender:string?"));
        Assert.Equal(("draft", key, 1.0), ((string?)answer.Json["status"], (string?)answer.Json["seed"], (double)answer.Json["traffic_allocation"]!));
        Assert.Equal([0.5, 0.5], answer.Json["variants"]!.AsArray().Select(variant => (double)variant!["weight"]!));
    }

    [Fact]
    public async Task Put_WhatGetAnswered_ChangesNothingButTheVersion()
    {
        var id = await engine.Client.AddExperimentAsync(Defined.Experiment(Defined.NewKey(), "a", "b", "c").With("condition", Defined.For("nobody")));
        var read = await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}");
        var put = await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", read.Body, read.ETag);

        Assert.Equal("\"2\"", put.AssertOk().ETag);
        Assert.True(JsonNode.DeepEquals(
            read.Json.AsObject().With("version", 0).With("updated_at", 0), put.Json.AsObject().With("version", 0).With("updated_at", 0)));
    }

    [Theory]
    [InlineData("0.33, 0.33, 0.33")]
    [InlineData("0.34, 0.34, 0.33")]
    [InlineData("0.2, 0.3, 0.5")]
    [InlineData("1, 0, 0")]
    public async Task Weights_ThatSumToAboutOne_AreTaken(string weights)
    {
        var variants = weights.Split(", ").Select((weight, i) => $$"""{"key": "v{{i}}", "weight": {{weight}}}""");
        var added = await engine.Client.AdminAsync(
            HttpMethod.Post, "experiments", $$"""{"key": "{{Defined.NewKey()}}", "name": "n", "variants": [{{string.Join(',', variants)}}]}""");

        added.AssertOk();
    }

    [Theory]
    [InlineData("key", "null", "/key")]
    [InlineData("key", "\"\"", "/key")]
    [InlineData("key", "\"Upper\"", "/key")]
    [InlineData("key", "\"with space\"", "/key")]
    [InlineData("key", "\"ümlaut\"", "/key")]
    [InlineData("key", "\"0123456789012345678901234567890123456789012345678901234567890123x\"", "/key")]
    [InlineData("name", "null", "/name")]
    [InlineData("status", "\"started\"", "/status")]
    [InlineData("variants", "null", "/variants")]
    [InlineData("variants", """[{"key": "a"}]""", "/variants")]
    [InlineData("variants", """[{"key": "a"}, {"key": "a"}]""", "/variants")]
    [InlineData("variants", """[{"key": "a"}, 5]""", "/variants/1")]
    [InlineData("variants", """[{"key": "a"}, {}]""", "/variants/1/key")]
    [InlineData("variants", """[{"key": "a"}, {"key": "B"}]""", "/variants/1/key")]
    [InlineData("variants", """[{"key": "a", "weight": 0.5}, {"key": "b", "weight": 1.5}]""", "/variants/1/weight")]
    [InlineData("variants", """[{"key": "a", "weight": -0.5}, {"key": "b", "weight": 1}]""", "/variants/0/weight")]
    [InlineData("variants", """[{"key": "a", "weight": 0.4}, {"key": "b", "weight": 0.5}]""", "/variants")]
    [InlineData("variants", """[{"key": "a", "weight": 0.6}, {"key": "b", "weight": 0.5}]""", "/variants")]
    [InlineData("variants", """[{"key": "a", "wait": 0.5}, {"key": "b"}]""", "/variants/0/wait")]
    [InlineData("traffic_allocation", "1.01", "/traffic_allocation")]
    [InlineData("traffic_allocation", "-0.01", "/traffic_allocation")]
    [InlineData("traffic_allocation", "1e400", "/traffic_allocation")]
    [InlineData("traffic_allocation", "\"half\"", "/traffic_allocation")]
    [InlineData("seed", "\"\"", "/seed")]
    [InlineData("condition", """{"a": {"$b": 1}}""", "/condition/a/$b")]
    [InlineData("condition", "5", "/condition")]
    [InlineData("start_date", "\"soon\"", "/start_date")]
    [InlineData("unknown", "1", "/unknown")]
    public async Task Field_ThatIsWrong_IsNamedWithItsPointer(string field, string value, string pointer)
    {
        var text = Defined.Experiment(Defined.NewKey(), "a", "b").With(field, "@").ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal);
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "experiments", text);

        answer.AssertProblem(400);
        Assert.Contains(pointer, answer.Json["errors"]!.AsArray().Select(error => (string?)error!["pointer"]));
    }

    [Theory]
    [InlineData(20, 201)]
    [InlineData(21, 400)]
    public async Task Variants_Number_IsAtMost20(int count, int status)
    {
        var experiment = Defined.Experiment(Defined.NewKey(), [.. Enumerable.Range(0, count).Select(i => $"v{i}")]).With("status", "draft");

        Assert.Equal(status, (await engine.Client.AdminAsync(HttpMethod.Post, "experiments", experiment.ToJsonString())).Status);
    }

    [Fact]
    public async Task Key_Of64Characters_IsTaken() =>
        await engine.Client.AddExperimentAsync(Defined.Experiment(Defined.NewKey().PadRight(64, '_'), "a", "b").With("status", "draft"));

    [Theory]
    [InlineData("2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z")]
    [InlineData("2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z")]
    public async Task Dates_InTheWrongOrder_AreRefused(string start, string end) => (await engine.Client.AdminAsync(
        HttpMethod.Post, "experiments",
        Defined.Experiment(Defined.NewKey(), "a", "b").With("start_date", start).With("end_date", end).ToJsonString())).AssertProblem(400, "end_date");
}
