using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.RuleCare;

/// <summary>A draft beside the live rule: nothing of it shows until it is published.</summary>
public sealed class RuleDraftTests(SharedEngine engine)
{
    [Fact]
    public async Task Draft_Saved_ShowsNowhereAndTellsWhatItWouldChange()
    {
        var (id, rule, user) = await AddAsync();

        var saved = (await DraftAsync(id, rule.With("priority", 90).With("comment", "for spring"))).AssertOk();

        saved.Json.AssertShape(
            "revision:number", "based_on:number", "live_version:number", "rule:object", "drafted_at:instant", "drafted_by:string", "comment:string?",
            "approved_at:instant?", "approved_by:string?", "review_required:boolean", "changes:array");
        Assert.Equal(("\"1\"", "for spring", "_master"), (saved.ETag, (string?)saved.Json["comment"], (string?)saved.Json["drafted_by"]));
        Assert.Equal("/priority", (string?)Assert.Single(saved.Json["changes"]!.AsArray())!["pointer"]);
        Assert.Equal((id, "\"live\""), await engine.Client.SlotAsync(user, "hero"));
        Assert.Equal(saved.Body, (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/draft")).AssertOk().Body);
    }

    [Fact]
    public async Task Draft_Published_IsInForceAtOnceAndNoDraftAnyMore()
    {
        var (id, rule, user) = await AddAsync();
        (await DraftAsync(id, rule.With("actions", new JsonArray(Defined.Show("hero", "drafted"))))).AssertOk();

        var published = (await engine.Client.AdminAsync(HttpMethod.Post, $"rules/{id}/publish", """{"comment": "now"}""")).AssertOk();

        Assert.Equal(2, (int)published.Json["version"]!);
        Assert.Equal((id, "\"drafted\""), await engine.Client.SlotAsync(user, "hero"));
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/draft")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Post, $"rules/{id}/publish")).AssertProblem(404);
        var version = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{id}/versions/2")).AssertOk().Json;
        Assert.Equal(("published", "now"), ((string?)version["change"], (string?)version["comment"]));
    }

    [Fact]
    public async Task Draft_OfARuleThatHasChangedSince_IsNotPublishedUntilItIsSavedAgain()
    {
        var (id, rule, _) = await AddAsync();
        (await DraftAsync(id, rule.With("priority", 1))).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{id}", rule.With("priority", 2).ToJsonString())).AssertOk();

        (await engine.Client.AdminAsync(HttpMethod.Post, $"rules/{id}/publish")).AssertProblem(409);
        (await DraftAsync(id, rule.With("priority", 1))).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Post, $"rules/{id}/publish")).AssertOk();
    }

    [Fact]
    public async Task Draft_ChangedBySomebodyElse_IsNotOverwritten()
    {
        var (id, rule, _) = await AddAsync();
        var first = (await DraftAsync(id, rule)).AssertOk();
        (await DraftAsync(id, rule.With("priority", 7), first.ETag)).AssertOk();

        (await DraftAsync(id, rule.With("priority", 8), first.ETag)).AssertProblem(412);
        (await DraftAsync(id, rule.With("priority", 8), "\"0\"")).AssertProblem(412);
        (await engine.Client.AdminAsync(HttpMethod.Post, $"rules/{id}/publish", "{}", first.ETag)).AssertProblem(412);
    }

    [Fact]
    public async Task Draft_Dropped_IsGone()
    {
        var (id, rule, _) = await AddAsync();
        (await DraftAsync(id, rule)).AssertOk();

        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{id}/draft")).Status);
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{id}/draft")).AssertProblem(404);
    }

    [Fact]
    public async Task Draft_ThatIsNoRule_IsRefusedWithItsFaults()
    {
        var (id, rule, _) = await AddAsync();

        (await DraftAsync(id, rule.With("priority", 5000))).AssertProblem(400, "priority");
        (await DraftAsync(987654321, rule)).AssertProblem(404);
    }

    [Fact]
    public async Task Preview_OfASavedDraft_TriesItInPlaceOfTheLiveRule()
    {
        var (id, rule, user) = await AddAsync();
        (await DraftAsync(id, rule.With("actions", new JsonArray(Defined.Show("banner", "drafted"))))).AssertOk();

        var preview = (await engine.Client.AdminAsync(
            HttpMethod.Post, "rules/preview", new JsonObject { ["id"] = id, ["user_id"] = user }.ToJsonString())).AssertOk().Json;

        Assert.True((bool)preview["slots"]!["banner"]!["draft_wins"]!);
        Assert.False((bool)preview["held_out"]!);
        var given = rule.With("conditions", new JsonObject { ["id"] = "somebody else" });
        preview = (await engine.Client.AdminAsync(
            HttpMethod.Post, "rules/preview", new JsonObject { ["id"] = id, ["rule"] = given, ["user_id"] = user }.ToJsonString())).AssertOk().Json;
        Assert.Null(preview["slots"]!["hero"]!["rule"]);
        Assert.False((bool)preview["matches"]!);
    }

    [Fact]
    public async Task Preview_OfNoDraft_IsRefused() => (await engine.Client.AdminAsync(
        HttpMethod.Post, "rules/preview", """{"id": 987654321, "attributes": {}}""")).AssertProblem(400, "id");

    private async Task<(long Id, JsonObject Rule, string User)> AddAsync()
    {
        var user = Sent.NewId();
        var rule = Defined.Rule(Defined.For(user), Defined.Show("hero", "live")).With("priority", 5);
        return (await engine.Client.AddRuleAsync(rule), rule, user);
    }

    private Task<EngineResponse> DraftAsync(long id, JsonObject rule, string? ifMatch = null) =>
        engine.Client.AdminAsync(HttpMethod.Put, $"rules/{id}/draft", rule.ToJsonString(), ifMatch);
}
