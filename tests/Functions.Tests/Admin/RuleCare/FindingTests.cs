using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.RuleCare;

/// <summary>Rules that cannot do what they are there for, in an engine of their own, for all rules are looked at.</summary>
public sealed class FindingTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Fact]
    public async Task Findings_OfLiveRules_AreEachKindWithItsProofAndNothingElse()
    {
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView("finding-1", "/pricing"), Sent.PageView("finding-2", "/"));
        var wide = await AddAsync("""{"score": {"$gte": 1}}""", "hero", 50);
        var narrow = await AddAsync("""{"score": {"$gte": 3}, "known": true}""", "hero", 10);
        var never = await AddAsync("""{"score": {"$gt": 80, "$lt": 20}}""", "banner", 10);
        var nobody = await AddAsync("""{"country": "AQ"}""", "banner", 5);
        await AddAsync("""{"context.page": "/nowhere"}""", "banner", 4);
        await AddAsync("""{"known": true}""", "banner", 3);
        await AddAsync("""{"known": false}""", "banner", 2);
        var heldOut = await AddAsync("""{}""", "aside", 9, 0.05);
        var below = await AddAsync("""{"known": true}""", "aside", 1);

        var report = (await engine.Client.AdminAsync(HttpMethod.Get, "rules/findings")).AssertOk().Json;

        report.AssertShape("rules_checked:number", "people_seen:number", "people_tried:number", "findings:array");
        Assert.Equal((9, 2, 2), ((int)report["rules_checked"]!, (int)report["people_seen"]!, (int)report["people_tried"]!));
        var findings = report["findings"]!.AsArray().ToDictionary(finding => (long)finding!["rule"]!["id"]!, finding => finding!);
        Assert.Equal(
            [(narrow, "unreachable"), (never, "contradictory"), (nobody, "empty"), (below, "shadowed")],
            findings.Select(finding => (finding.Key, (string)finding.Value["kind"]!)).Order());
        findings[narrow].AssertShape(
            "rule:object", "kind:string", "sentence:string", "slots:array", "beaten_by:array", "proof:array", "example:string?");
        Assert.Equal((wide, "finding-1"), ((long)findings[narrow]["beaten_by"]![0]!["id"]!, (string?)findings[narrow]["example"]));
        Assert.Equal(["/score/$gt", "/score/$lt"], findings[never]["proof"]!.AsArray().Select(part => (string?)part!["pointer"]).Order());
        Assert.Equal("None of 2 people tried matches it, of 2 seen.", (string?)findings[nobody]["sentence"]);
        Assert.Contains("only for people held out", (string?)findings[below]["sentence"], StringComparison.Ordinal);
        Assert.Equal(heldOut, (long)findings[below]["beaten_by"]![0]!["id"]!);

        var proved = (await engine.Client.AdminAsync(HttpMethod.Get, "rules/findings?people=0")).AssertOk().Json;
        Assert.Equal((0, 3), ((int)proved["people_tried"]!, proved["findings"]!.AsArray().Count));
        (await engine.Client.AdminAsync(HttpMethod.Get, "rules/findings?people=x")).AssertProblem(400, "people");
    }

    private Task<long> AddAsync(string conditions, string slot, int priority, double holdout = 0) => engine.Client.AddRuleAsync(
        Defined.Rule(JsonNode.Parse(conditions)!, Defined.Show(slot, "x")).With("priority", priority).With("holdout", holdout));
}
