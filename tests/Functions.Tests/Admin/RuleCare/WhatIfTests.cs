using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.RuleCare;

/// <summary>Drafts on everybody seen lately: in an engine of their own, for they look at all people.</summary>
public sealed class WhatIfTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Fact]
    public async Task WhatIf_ADraftAboveLiveRules_TellsWhoWouldChangeAndWhoGoesQuiet()
    {
        var visitors = Enumerable.Range(0, 12).Select(number => $"what-if-{number}").ToList();
        foreach (var (visitor, number) in visitors.Select((visitor, number) => (visitor, number)))
            await engine.Client.AcceptEventsAsync("rybbit", Enumerable.Range(0, (number % 3) + 1).Select(visit => Sent.PageView(visitor, "/pricing", visit + 1)));
        var pricing = await engine.Client.AddRuleAsync(
            Defined.Rule(JsonNode.Parse("""{"factors.pricing_page_visits": {"$gte": 3}}""")!, Defined.Show("hero", "pricing")).With("priority", 10));
        var saved = Defined.Rule(JsonNode.Parse("""{"factors.pricing_page_visits": {"$gte": 2}}""")!, Defined.Show("hero", "draft")).With("priority", 50);

        var report = await WhatIfAsync(new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["rule"] = saved }) });

        report.AssertShape(
            "people_seen:number", "people_tried:number", "is_sample:boolean", "people_changed:number", "rules:array", "changes:array", "quiet:array",
            "at:instant", "took_ms:number");
        Assert.Equal((12, 12, false, 8), ((int)report["people_seen"]!, (int)report["people_tried"]!, (bool)report["is_sample"]!, (int)report["people_changed"]!));
        var tried = Assert.Single(report["rules"]!.AsArray())!;
        Assert.Equal((8, 0, 8), ((int)tried["matches"]!, (int)tried["wins_before"]!, (int)tried["wins_after"]!));
        Assert.Null(tried["rule"]!["id"]);
        Assert.Equal(
            [("hero", (long?)null, 4), ("hero", pricing, 4)],
            report["changes"]!.AsArray().Select(change => ((string)change!["slot"]!, (long?)change["from"]?["id"], (int)change["people"]!)).Order());
        Assert.All(report["changes"]!.AsArray(), change => Assert.InRange(change!["sample"]!.AsArray().Count, 1, 5));
        var quiet = Assert.Single(report["quiet"]!.AsArray())!;
        Assert.Equal((pricing, 4), ((long)quiet["rule"]!["id"]!, (int)quiet["wins_before"]!));

        // The same as the saved draft of the live rule, on a sample.
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{pricing}/draft", saved.ToJsonString())).AssertOk();
        var sampled = await WhatIfAsync(new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["id"] = pricing }), ["people"] = 6, ["days"] = 1 });
        Assert.Equal((12, 6, true), ((int)sampled["people_seen"]!, (int)sampled["people_tried"]!, (bool)sampled["is_sample"]!));
        Assert.Empty(sampled["quiet"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(sampled["changes"], (await WhatIfAsync(
            new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["id"] = pricing }), ["people"] = 6 }))["changes"]));
    }

    [Theory]
    [InlineData("""{}""", "rules")]
    [InlineData("""{"rules": []}""", "rules")]
    [InlineData("""{"rules": [{"rule": {"name": "n"}}]}""", "rules[0].rule.conditions")]
    [InlineData("""{"rules": [{"id": 987654321}]}""", "rules[0].id")]
    [InlineData("""{"rules": [{"rule": {"name": "n", "conditions": {}, "actions": [{"type": "filter", "where": {}}]}}], "days": 0}""", "days")]
    [InlineData("""{"rules": [{"rule": {"name": "n", "conditions": {}, "actions": [{"type": "filter", "where": {}}]}}], "people": 100001}""", "people")]
    public async Task WhatIf_ThatIsWrong_IsNamed(string body, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules/what-if", body)).AssertProblem(400, field);

    private async Task<JsonNode> WhatIfAsync(JsonObject body) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules/what-if", body.ToJsonString())).AssertOk().Json;
}
