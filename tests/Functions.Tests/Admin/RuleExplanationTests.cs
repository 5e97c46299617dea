using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary><c>explain=true</c>: why each rule showed, or did not.</summary>
public sealed class RuleExplanationTests(SharedEngine engine)
{
    [Fact]
    public async Task Verdict_Winner_Won()
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", 1)).With("priority", 3));

        var verdict = await engine.Client.VerdictAsync(user, id);

        verdict.AssertShape("rule:object", "priority:number", "result:string", "beaten_by:array", "failure:object?");
        Assert.Equal(("won", 3), ((string?)verdict["result"], (int)verdict["priority"]!));
        Assert.Empty(verdict["beaten_by"]!.AsArray());
        Assert.Null(verdict["failure"]);
    }

    [Fact]
    public async Task Verdict_OfALowerRule_NamesTheOneThatTookItsSlot()
    {
        var user = Sent.NewId();
        var low = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", 1)));
        var high = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", 2)).With("priority", 1));

        var verdict = await engine.Client.VerdictAsync(user, low);

        Assert.Equal("beaten", (string?)verdict["result"]);
        Assert.Equal([high], verdict["beaten_by"]!.AsArray().Select(id => (long)id!));
    }

    [Theory]
    [InlineData("""{"score": {"$gte": 50}}""", "/score/$gte", "score", "$gte", "score is 0, needed at least 50")]
    [InlineData("""{"segment": {"$in": ["hot_lead", "sales_ready"]}}""", "/segment/$in", "segment", "$in", null)]
    [InlineData("""{"known": true}""", "/known", "known", "=", null)]
    [InlineData("""{"traits.plan": "pro"}""", "/traits.plan", "traits.plan", "=", null)]
    [InlineData("""{"$and": [{"known": false}, {"factors.page_views_last_7d": {"$gt": 2}}]}""",
        "/$and/1/factors.page_views_last_7d/$gt", "factors.page_views_last_7d", "$gt", "factors.page_views_last_7d is 0, needed more than 2")]
    [InlineData("""{"$not": {"known": false}}""", "/$not/known", "known", "=", null)]
    public async Task Verdict_OfAConditionThatFails_PointsAtTheFailingLeaf(
        string condition, string pointer, string attribute, string @operator, string? sentence)
    {
        // A rule that matches for the person too late to matter: the id comes last, so that the leaf under test fails first.
        var user = Sent.NewId();
        var conditions = JsonNode.Parse(condition)!.AsObject();
        conditions["id"] = user;
        var id = await engine.Client.AddRuleAsync(Defined.Rule(conditions, Defined.Show("hero", 1)));

        var verdict = await engine.Client.VerdictAsync(user, id);

        Assert.Equal("condition_failed", (string?)verdict["result"]);
        var failure = verdict["failure"]!;
        failure.AssertShape(
            "pointer:string", "attribute:string", "operator:string", "expected:any", "actual:any", "sentence:string", "inner:array");
        Assert.Equal((pointer, attribute, @operator), ((string?)failure["pointer"], (string?)failure["attribute"], (string?)failure["operator"]));
        if (sentence is not null) Assert.Equal(sentence, (string?)failure["sentence"]);
        Assert.Contains(attribute, (string)failure["sentence"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdict_OfAChoiceNoneOfWhichHolds_TellsEveryBranch()
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(
            JsonNode.Parse("""{"$or": [{"score": {"$gte": 50}}, {"country": "DE"}], "id": "nobody"}""")!, Defined.Show("hero", 1)));

        var failure = (await engine.Client.VerdictAsync(user, id))["failure"]!;

        Assert.Equal(["/$or/0/score/$gte", "/$or/1/country"], failure["inner"]!.AsArray().Select(inner => (string)inner!["pointer"]!));
    }

    [Fact]
    public async Task Verdict_ExpectedAndActual_AreTheValuesThemselves()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        var id = await engine.Client.AddRuleAsync(Defined.Rule(JsonNode.Parse("""{"score": {"$gte": 50}}""")!, Defined.Show("unseen", 1)));

        var failure = (await engine.Client.VerdictAsync(user, id))["failure"]!;

        Assert.Equal((50, 3.5), ((double)failure["expected"]!, (double)failure["actual"]!));
    }

    [Fact]
    public async Task Verdict_WithoutSlots_Matched()
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(
            Defined.For(user), new JsonObject { ["type"] = "set", ["attribute"] = "a", ["value"] = 1 }));

        Assert.Equal("matched", (string?)(await engine.Client.VerdictAsync(user, id))["result"]);
    }

    [Theory]
    [InlineData("active", "false", "inactive")]
    [InlineData("end_date", "\"2020-01-01T00:00:00Z\"", "ended")]
    [InlineData("start_date", "\"2150-01-01T00:00:00Z\"", "not_started")]
    public async Task Verdict_OfARuleOutOfForce_SaysWhy(string field, string value, string expected)
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", 1)).With(field, JsonNode.Parse(value)));

        Assert.Equal(expected, (string?)(await engine.Client.VerdictAsync(user, id))["result"]);
    }

    [Fact]
    public async Task Explanation_NotAskedFor_IsNull() => Assert.Null((await engine.Client.PersonalizeAsync(Sent.NewId()))["explanation"]);
}
