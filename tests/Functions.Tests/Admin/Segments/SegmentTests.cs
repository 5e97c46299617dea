using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.Segments;

/// <summary>Segments over HTTP: named by rules, experiments, boosts, explained, refused and measured.</summary>
public sealed class SegmentTests(SharedEngine engine)
{
    [Fact]
    public async Task Segment_NamedByARule_DecidesAndExplainsWithItsOwnLeaf()
    {
        var (user, inner, outer) = (Sent.NewId(), Defined.NewKey(), Defined.NewKey());
        await AddAsync(inner, new JsonObject { ["id"] = user, ["score"] = new JsonObject { ["$gte"] = 3.5 } });
        await AddAsync(outer, new JsonObject { ["$inSegment"] = inner });
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { ["$inSegment"] = outer }, Defined.Show("hero", "x")));

        var verdict = await engine.Client.VerdictAsync(user, rule);
        Assert.Equal("condition_failed", (string?)verdict["result"]);
        Assert.Equal(
            $"not in the segment \"{outer}\": not in the segment \"{inner}\": score is 0, needed at least 3.5", (string?)verdict["failure"]!["sentence"]);
        var leaf = verdict["failure"]!["inner"]![0]!["inner"]![0]!;
        Assert.Equal(("/score/$gte", inner), ((string?)leaf["pointer"], (string?)leaf["segment"]));

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        Assert.Equal(rule, (await engine.Client.SlotAsync(user, "hero")).Rule);
    }

    [Fact]
    public async Task Segment_NamedByAnExperiment_DecidesWhoIsTargeted()
    {
        var (user, key, experiment) = (Sent.NewId(), Defined.NewKey(), Defined.NewKey());
        var segment = await AddAsync(key, new JsonObject { ["id"] = "nobody" });
        await engine.Client.AddExperimentAsync(Defined.Experiment(experiment, "a", "b").With("condition", new JsonObject { ["$inSegment"] = key }));
        Assert.Equal("not_targeted", (string?)(await engine.Client.AssignmentAsync(user, experiment))["reason"]);

        (await engine.Client.AdminAsync(HttpMethod.Put, $"segments/{segment.Json["id"]}", Segment(key, new JsonObject { ["id"] = user }))).AssertOk();
        Assert.Equal("allocated", (string?)(await engine.Client.AssignmentAsync(user, experiment))["reason"]);
    }

    [Fact]
    public async Task Segment_InUse_IsNotRemovedAndTheUsersAreNamed()
    {
        var key = Defined.NewKey();
        var segment = await AddAsync(key, Defined.For("nobody"));
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject { ["$notInSegment"] = new JsonArray(key), ["id"] = "nobody" }, Defined.Show("hero", "x")));

        var refused = await engine.Client.AdminAsync(HttpMethod.Delete, $"segments/{segment.Json["id"]}");
        refused.AssertProblem(409);
        Assert.Contains($"rule {rule} ", (string?)refused.Json["detail"], StringComparison.Ordinal);
        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{rule}")).Status);
        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, $"segments/{segment.Json["id"]}")).Status);
    }

    [Fact]
    public async Task Unknown_SegmentOrGroup_IsRefusedWhereverItIsNamed()
    {
        var unknown = new JsonObject { ["$inSegment"] = "unknown" };
        (await engine.Client.AdminAsync(HttpMethod.Post, "segments", Segment(Defined.NewKey(), unknown))).AssertProblem(400, "condition.$inSegment");
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules", Defined.Rule(unknown.DeepClone(), Defined.Show("hero", 1)).ToJsonString()))
            .AssertProblem(400, "conditions.$inSegment");
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments", Defined.Experiment(Defined.NewKey(), "a", "b").With("condition", unknown.DeepClone()).ToJsonString()))
            .AssertProblem(400, "condition.$inSegment");
        (await engine.Client.AdminAsync(HttpMethod.Post, "segments", Segment(Defined.NewKey(), JsonNode.Parse("""{"id": {"$inGroup": "unknown"}}""")!)))
            .AssertProblem(400, "condition.id.$inGroup");
    }

    [Fact]
    public async Task Circle_OfSegments_IsRefusedWithItsName()
    {
        var (a, b) = (Defined.NewKey(), Defined.NewKey());
        var first = await AddAsync(a, Defined.For("nobody"));
        await AddAsync(b, new JsonObject { ["$inSegment"] = a });

        var refused = await engine.Client.AdminAsync(HttpMethod.Put, $"segments/{first.Json["id"]}", Segment(a, new JsonObject { ["$inSegment"] = b }));
        refused.AssertProblem(400, "condition");
        Assert.Contains($"{a} -> {b} -> {a}", refused.Json["errors"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAStoredOrDraftSegment_CountsItsMembersAndShowsSome()
    {
        string[] users = [Sent.NewId(), Sent.NewId(), Sent.NewId()];
        await engine.Client.AcceptEventsAsync("rybbit", users.Select(user => Sent.PageView(user, "/pricing")));
        var condition = new JsonObject
        {
            ["id"] = new JsonObject { ["$in"] = new JsonArray([.. users.Select(user => (JsonNode)user)]) },
            ["factors.pricing_page_visits"] = new JsonObject { ["$gte"] = 1 },
        };

        var draft = (await engine.Client.AdminAsync(HttpMethod.Post, "segments/preview", new JsonObject { ["condition"] = condition, ["sample"] = 2 }.ToJsonString())).AssertOk().Json;
        draft.AssertShape("members:number", "judged:number", "people:number", "share:number", "complete:boolean", "sample:array", "at:instant");
        Assert.Equal((3, true, 2), ((int)draft["members"]!, (bool)draft["complete"]!, draft["sample"]!.AsArray().Count));

        var stored = await AddAsync(Defined.NewKey(), condition.DeepClone());
        var size = (await engine.Client.AdminAsync(HttpMethod.Get, $"segments/{stored.Json["id"]}/size")).AssertOk().Json;
        Assert.Equal(users.Order(StringComparer.Ordinal), size["sample"]!.AsArray().Select(id => (string)id!));
        (await engine.Client.AdminAsync(HttpMethod.Get, "segments/9223372036854775807/size")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Get, $"segments/{stored.Json["id"]}/size?sample=51")).AssertProblem(400, "sample");
        (await engine.Client.AdminAsync(HttpMethod.Post, "segments/preview", """{"condition": {"$inSegment": "unknown"}}""")).AssertProblem(400, "condition.$inSegment");
    }

    private async Task<EngineResponse> AddAsync(string key, JsonNode condition) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "segments", Segment(key, condition))).AssertOk();

    private static string Segment(string key, JsonNode condition) =>
        new JsonObject { ["key"] = key, ["name"] = "Some people", ["condition"] = condition }.ToJsonString();
}
