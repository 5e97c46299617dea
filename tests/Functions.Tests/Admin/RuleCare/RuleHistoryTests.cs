using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.RuleCare;

/// <summary>Every change of a rule is kept with who, when and why, can be compared with another, and undone.</summary>
public sealed class RuleHistoryTests(SharedEngine engine)
{
    [Fact]
    public async Task Versions_AfterChanges_AreTheLatestFirst()
    {
        var (id, _) = await ChangedTwiceAsync();

        var versions = await ListAsync($"rules/{id}/versions");

        Assert.Equal([3, 2, 1], versions.Select(version => (int)version!["version"]!));
        Assert.Equal(["changed", "changed", "added"], versions.Select(version => (string?)version!["change"]));
        Assert.Equal([null, "higher", "first"], versions.Select(version => (string?)version!["comment"]));
        Assert.All(versions, version => Assert.Equal("_master", (string?)version!["by"]));
        versions[0].AssertShape(
            "version:number", "change:string", "at:instant", "by:string", "approved_by:string?", "comment:string?", "definition:object?");
        Assert.Null(versions[2]!["definition"]!["comment"]);
    }

    [Fact]
    public async Task Versions_Paged_HaveNoGap()
    {
        var (id, _) = await ChangedTwiceAsync();

        var first = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions?limit=2")).AssertOk().Json;
        var second = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions?limit=2&cursor={first["next_cursor"]}")).AssertOk().Json;

        Assert.Equal([1], second["items"]!.AsArray().Select(version => (int)version!["version"]!));
        Assert.Null(second["next_cursor"]);
    }

    [Fact]
    public async Task Version_One_IsAsItWas()
    {
        var (id, rule) = await ChangedTwiceAsync();

        var version = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions/1")).AssertOk().Json;

        Assert.True(JsonNode.DeepEquals(rule["conditions"], version["definition"]!["conditions"]));
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions/4")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions/0")).AssertProblem(400, "version");
    }

    [Fact]
    public async Task Diff_BetweenVersions_NamesEachFieldWithBothValues()
    {
        var (id, _) = await ChangedTwiceAsync();

        var diff = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/diff?from=1&to=3")).AssertOk().Json;

        var changes = diff["changes"]!.AsArray().ToDictionary(change => (string)change!["pointer"]!, change => change!);
        Assert.Equal(["/actions/0/content", "/priority"], changes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((5, 50), ((int)changes["/priority"]["before"]!, (int)changes["/priority"]["after"]!));
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/diff?from=1")).AssertProblem(400, "to");
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/diff?from=1&to=9")).AssertProblem(404);
    }

    [Fact]
    public async Task RollBack_ToAnEarlierVersion_IsInForceAtOnceAsANewOne()
    {
        var user = Sent.NewId();
        var (id, _) = await ChangedTwiceAsync(user);
        Assert.Equal((id, "\"third\""), await engine.Client.SlotAsync(user, "hero"));

        var back = (await RollBackAsync(id, """{"version": 1}""")).AssertOk();

        Assert.Equal((4, "\"4\""), ((int)back.Json["version"]!, back.ETag));
        Assert.Equal((id, "\"first\""), await engine.Client.SlotAsync(user, "hero"));
        var latest = (await ListAsync($"rules/{id}/versions"))[0]!;
        Assert.Equal(("rolled_back", "Back to version 1"), ((string?)latest["change"], (string?)latest["comment"]));
    }

    [Theory]
    [InlineData("""{"version": 9}""", null, 404)]
    [InlineData("""{}""", null, 400)]
    [InlineData("""{"version": 1, "why": ""}""", null, 400)]
    [InlineData("""{"version": 1}""", "\"2\"", 412)]
    public async Task RollBack_ThatCannotBe_ChangesNothing(string body, string? ifMatch, int status)
    {
        var (id, _) = await ChangedTwiceAsync();

        (await RollBackAsync(id, body, ifMatch)).AssertProblem(status);

        Assert.Equal(3, (int)(await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}")).AssertOk().Json["version"]!);
    }

    [Fact]
    public async Task Audit_OfOneRule_HasEachChangeWithBeforeAndAfter()
    {
        var (id, _) = await ChangedTwiceAsync();
        await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{id}?comment=over");

        var changes = await ListAsync($"audit?kind=rule&id={id}");

        Assert.Equal(["removed", "changed", "changed", "added"], changes.Select(change => (string?)change!["change"]));
        Assert.Equal(("over", "rule", id), ((string?)changes[0]!["comment"], (string?)changes[0]!["kind"], (long)changes[0]!["id"]!));
        Assert.Equal((null, 50), (changes[0]!["after"], (int)changes[0]!["before"]!["priority"]!));
        Assert.Equal("/priority", (string?)changes[2]!["changes"]![0]!["pointer"]);
        Assert.Null(changes[3]!["before"]);
        (await engine.Client.AdminAsync(HttpMethod.Get, "audit?from=x")).AssertProblem(400, "from");
    }

    [Fact]
    public async Task Audit_Paged_GoesOnWhereItEnded()
    {
        var (id, _) = await ChangedTwiceAsync();

        var first = (await engine.Client.AdminAsync(HttpMethod.Get, $"audit?id={id}&kind=rule&limit=1")).AssertOk().Json;
        var rest = await ListAsync($"audit?id={id}&kind=rule&limit=5&cursor={first["next_cursor"]}");

        Assert.Equal([2, 1], rest.Select(change => (int)change!["version"]!));
    }

    [Fact]
    public async Task Experiment_Changed_HasAHistoryToo()
    {
        var experiment = Defined.Experiment(Defined.NewKey(), "a", "b");
        var id = await engine.Client.AddExperimentAsync(experiment);
        (await engine.Client.AdminAsync(HttpMethod.Put, $"experiments/{id}", experiment.With("name", "other").With("comment", "why").ToJsonString())).AssertOk();

        Assert.Equal(["why", null], (await ListAsync($"experiments/{id}/versions")).Select(version => (string?)version!["comment"]));
        var diff = (await engine.Client.AdminAsync(HttpMethod.Get, $"experiments/{id}/diff?from=1&to=2")).AssertOk().Json;
        Assert.Equal("/name", (string?)Assert.Single(diff["changes"]!.AsArray())!["pointer"]);
        Assert.Equal(2, (await ListAsync($"audit?kind=experiment&id={id}")).Count);
    }

    [Fact]
    public async Task Change_WithAKeyNobodyHas_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/admin/rules") { Content = new StringContent("{}") };
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-editor-key", "nobody's");

        (await engine.Client.SendAsync(request)).AssertProblem(401);
    }

    private async Task<(long Id, JsonObject Rule)> ChangedTwiceAsync(string? user = null)
    {
        var rule = Defined.Rule(Defined.For(user ?? Sent.NewId()), Defined.Show("hero", "first")).With("priority", 5);
        var id = await engine.Client.AddRuleAsync(rule.With("comment", "first"));
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{id}", rule.With("priority", 50).With("comment", "higher").ToJsonString())).AssertOk();
        var third = rule.With("priority", 50).With("actions", new JsonArray(Defined.Show("hero", "third")));
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{id}", third.ToJsonString())).AssertOk();
        return (id, rule);
    }

    private Task<EngineResponse> RollBackAsync(long id, string body, string? ifMatch = null) =>
        engine.Client.AdminAsync(HttpMethod.Post, $"rules/{id}/rollback", body, ifMatch);

    private async Task<JsonArray> ListAsync(string path) =>
        (await engine.Client.AdminAsync(HttpMethod.Get, path)).AssertOk().Json["items"]!.AsArray();
}
