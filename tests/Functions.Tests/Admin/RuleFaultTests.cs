using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Every kind of fault in a rule is refused with its place and what is accepted there.</summary>
public sealed class RuleFaultTests(SharedEngine engine)
{
    private static readonly JsonObject Sound = Defined.Rule(Defined.For("nobody"), Defined.Show("hero", "x"));

    public static TheoryData<string, string, string> Fields => new()
    {
        { "name", "null", "/name" },
        { "name", "\"\"", "/name" },
        { "name", "5", "/name" },
        { "name", Text(201), "/name" },
        { "name", "\"nul\\u0000\"", "/name" },
        { "description", Text(2001), "/description" },
        { "priority", "1001", "/priority" },
        { "priority", "-1001", "/priority" },
        { "priority", "1.5", "/priority" },
        { "priority", "\"high\"", "/priority" },
        { "priority", "1e400", "/priority" },
        { "active", "1", "/active" },
        { "active", "\"true\"", "/active" },
        { "conditions", "null", "/conditions" },
        { "conditions", "[]", "/conditions" },
        { "conditions", "\"x\"", "/conditions" },
        { "start_date", "\"tomorrow\"", "/start_date" },
        { "start_date", "\"2026-05-01\"", "/start_date" },
        { "start_date", "\"2026-05-01T00:00:00\"", "/start_date" },
        { "start_date", "\"1999-12-31T23:59:59Z\"", "/start_date" },
        { "end_date", "\"2200-01-01T00:00:00Z\"", "/end_date" },
        { "end_date", "\"2026-13-01T00:00:00Z\"", "/end_date" },
        { "actions", "[]", "/actions" },
        { "actions", "{}", "/actions" },
        { "actions", $"[{string.Join(',', Enumerable.Repeat("""{"type":"filter","where":{}}""", 21))}]", "/actions" },
        { "prioritty", "1", "/prioritty" },
        { "a/b~c", "1", "/a~1b~0c" },
    };

    public static TheoryData<string, string> Actions => new()
    {
        { "5", "/actions/1" },
        { "{}", "/actions/1/type" },
        { """{"type": "dance"}""", "/actions/1/type" },
        { """{"type": "show", "content": 1}""", "/actions/1/slot" },
        { """{"type": "show", "slot": "", "content": 1}""", "/actions/1/slot" },
        { $$"""{"type": "show", "slot": {{Text(65)}}, "content": 1}""", "/actions/1/slot" },
        { """{"type": "show", "slot": "a"}""", "/actions/1/content" },
        { """{"type": "show", "slot": "a", "content": null}""", "/actions/1/content" },
        { $$"""{"type": "show", "slot": "a", "content": {{Text(16 * 1024)}}}""", "/actions/1/content" },
        { """{"type": "show", "slot": "a", "content": 1, "slott": 2}""", "/actions/1/slott" },
        { """{"type": "boost", "where": {}}""", "/actions/1/factor" },
        { """{"type": "boost", "factor": 1}""", "/actions/1/where" },
        { """{"type": "boost", "where": {}, "factor": -0.001}""", "/actions/1/factor" },
        { """{"type": "boost", "where": {}, "factor": 100.001}""", "/actions/1/factor" },
        { """{"type": "boost", "where": {}, "factor": 1e400}""", "/actions/1/factor" },
        { """{"type": "boost", "where": {"tags": {"$has": 1}}, "factor": 1}""", "/actions/1/where/tags/$has" },
        { """{"type": "filter"}""", "/actions/1/where" },
        { """{"type": "pin"}""", "/actions/1/item_id" },
        { """{"type": "pin", "item_id": " a"}""", "/actions/1/item_id" },
        { """{"type": "pin", "item_id": "a", "position": 0}""", "/actions/1/position" },
        { """{"type": "pin", "item_id": "a", "position": 51}""", "/actions/1/position" },
        { """{"type": "set", "attribute": "a"}""", "/actions/1/value" },
        { """{"type": "set", "value": "a"}""", "/actions/1/attribute" },
        { """{"type": "message", "channel": "fax", "template": "t"}""", "/actions/1/channel" },
        { """{"type": "message", "channel": "email"}""", "/actions/1/template" },
        { """{"type": "message", "channel": "email", "template": "t", "every_days": 0}""", "/actions/1/every_days" },
        { """{"type": "message", "channel": "email", "template": "t", "every_days": 366}""", "/actions/1/every_days" },
    };

    public static TheoryData<string, string> Conditions => new()
    {
        { """{"score": {"$gtx": 1}}""", "/conditions/score/$gtx" },
        { """{"$xor": []}""", "/conditions/$xor" },
        { """{"segment": {"$in": "hot_lead"}}""", "/conditions/segment/$in" },
        { """{"a": {"$regex": "("}}""", "/conditions/a/$regex" },
        { """{"a": {"$exists": "maybe"}}""", "/conditions/a/$exists" },
        { """{"$and": {"a": 1}}""", "/conditions/$and" },
        { """{"$or": [{"a": 1}, 5]}""", "/conditions/$or/1" },
        { """{"$not": []}""", "/conditions/$not" },
        { """{"a": {"$type": "colour"}}""", "/conditions/a/$type" },
        { """{"$and": [{"a/b": {"$bad": 1}}]}""", "/conditions/$and/0/a~1b/$bad" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_ThatIsWrong_IsNamedWithItsPointer(string field, string value, string pointer)
    {
        // As text, since a node cannot hold 1e400.
        var text = Sound.With(field, "@").ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal);

        await AssertRefusedAsync(text, pointer);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public Task Action_ThatIsWrong_IsNamedWithItsPointer(string action, string pointer) =>
        AssertRefusedAsync($$$"""{"name": "n", "conditions": {}, "actions": [{"type": "filter", "where": {}}, {{{action}}}]}""", pointer);

    [Theory]
    [MemberData(nameof(Conditions))]
    public Task Condition_ThatIsWrong_IsNamedWithItsPointer(string condition, string pointer) =>
        AssertRefusedAsync(Sound.With("conditions", JsonNode.Parse(condition)).ToJsonString(), pointer);

    [Fact]
    public Task Condition_DeeperThan32Levels_IsRefused() => AssertRefusedAsync(
        Sound.With("conditions", JsonNode.Parse(string.Concat(Enumerable.Repeat("""{"$not":""", 32)) + "{}" + new string('}', 32))).ToJsonString(), null);

    [Fact]
    public Task Condition_OfMoreThan1000Nodes_IsRefused() => AssertRefusedAsync(
        Sound.With("conditions", new JsonObject { ["$or"] = new JsonArray([.. Enumerable.Range(0, 600).Select(i => new JsonObject { [$"a{i}"] = i })]) }).ToJsonString(), null);

    [Fact]
    public async Task Dates_InTheWrongOrder_AreRefused()
    {
        await AssertRefusedAsync(Sound.With("start_date", "2026-05-02T00:00:00Z").With("end_date", "2026-05-01T00:00:00Z").ToJsonString(), "/end_date");
        await AssertRefusedAsync(Sound.With("start_date", "2026-05-01T02:00:00+02:00").With("end_date", "2026-05-01T00:00:00Z").ToJsonString(), "/end_date");
    }

    [Fact]
    public async Task Faults_OfOneRule_AreAllTold()
    {
        var answer = await engine.Client.AdminAsync(
            HttpMethod.Post, "rules", """{"name": "", "priority": 5000, "conditions": {"a": {"$b": 1}}, "actions": [{"type": "x"}]}""");

        Assert.Equal(
            ["/actions/0/type", "/conditions/a/$b", "/name", "/priority"],
            answer.Json["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{'name': 1}")]
    [InlineData("nonsense")]
    public async Task Body_ThatIsNotJson_IsRefused(string body) => (await engine.Client.AdminAsync(HttpMethod.Post, "rules", body)).AssertProblem(400);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"rule\"")]
    [InlineData("5")]
    public async Task Body_ThatIsNoObject_IsRefused(string body) => (await engine.Client.AdminAsync(HttpMethod.Post, "rules", body)).AssertProblem(400, "");

    [Fact]
    public async Task Body_LargerThan256KiB_IsTooLarge() =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules", Sound.With("description", new string('d', 256 * 1024)).ToJsonString())).AssertProblem(413);

    [Fact]
    public async Task LimitsThemselves_AreAccepted()
    {
        var rule = Defined.Rule(
                Defined.For("nobody"),
                Defined.Show(new string('s', 64), new string('c', (16 * 1024) - 2)),
                JsonNode.Parse("""{"type": "boost", "where": {}, "factor": 100}""")!,
                JsonNode.Parse("""{"type": "boost", "where": {}, "factor": 0}""")!,
                JsonNode.Parse("""{"type": "pin", "item_id": "i", "position": 50}""")!,
                JsonNode.Parse("""{"type": "message", "channel": "push", "template": "t", "every_days": 365}""")!)
            .With("name", new string('n', 200)).With("description", new string('d', 2000)).With("priority", -1000)
            .With("start_date", 946684800000).With("end_date", "2199-12-31T23:59:59.9999999Z");

        await engine.Client.AddRuleAsync(rule.With("active", false));
    }

    private async Task AssertRefusedAsync(string rule, string? pointer)
    {
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "rules", rule);

        answer.AssertProblem(400);
        var errors = answer.Json["errors"]!.AsArray();
        Assert.All(errors, error => Assert.True(((string?)error!["message"])?.Length > 0));
        if (pointer is not null) Assert.Contains(pointer, errors.Select(error => (string?)error!["pointer"]));
    }

    private static string Text(int length) => $"\"{new string('x', length)}\"";
}
