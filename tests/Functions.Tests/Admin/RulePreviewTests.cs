using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Trying a draft: as a person, as attributes, at an instant, beside the rules in force.</summary>
public sealed class RulePreviewTests(SharedEngine engine)
{
    private static readonly JsonObject Everybody = [];

    [Fact]
    public async Task Preview_OnAPerson_JudgesWhatIsKnownOfThem()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        var draft = Defined.Rule(JsonNode.Parse("""{"score": 3.5, "known": true}""")!, Defined.Show("hero", "draft"));

        var preview = await PreviewAsync(new JsonObject { ["rule"] = draft.With("priority", 1000), ["user_id"] = user });

        preview.AssertShape("matches:boolean", "in_force:boolean", "failure:object?", "slots:object", "held_out:boolean?", "at:instant");
        preview["slots"]!["hero"].AssertShape("draft_wins:boolean", "rule:object?", "content:any");
        Assert.Equal((true, true, true), ((bool)preview["matches"]!, (bool)preview["in_force"]!, (bool)preview["slots"]!["hero"]!["draft_wins"]!));
        Assert.Equal("draft", (string?)preview["slots"]!["hero"]!["content"]);
    }

    [Fact]
    public async Task Preview_OnAttributes_JudgesThemAlone()
    {
        var draft = Defined.Rule(JsonNode.Parse("""{"traits.plan": "pro", "score": {"$gte": 50}}""")!, Defined.Show("hero", "draft"));

        var right = await PreviewAsync(new JsonObject { ["rule"] = draft, ["attributes"] = JsonNode.Parse("""{"traits": {"plan": "pro"}, "score": 50}""") });
        var wrong = await PreviewAsync(new JsonObject { ["rule"] = draft, ["attributes"] = JsonNode.Parse("""{"traits": {"plan": "pro"}, "score": 49.99}""") });

        Assert.True((bool)right["matches"]!);
        Assert.False((bool)wrong["matches"]!);
        Assert.Equal("/score/$gte", (string?)wrong["failure"]!["pointer"]);
        Assert.Equal("score is 49.99, needed at least 50", (string?)wrong["failure"]!["sentence"]);
    }

    [Theory]
    [InlineData("2026-05-14T09:30:00Z", true)]
    [InlineData("2026-05-14T08:59:59Z", false)]
    [InlineData("2026-05-15T09:30:00Z", false)]
    [InlineData("2026-05-14T11:30:00+02:00", true)]
    public async Task Preview_AtAnInstant_JudgesDatesAndTimesAsOfThen(string at, bool expected)
    {
        var draft = Defined.Rule(JsonNode.Parse("""{"time.weekday": "thursday", "time.date": "2026-05-14", "time.hour": {"$gte": 9}}""")!, Defined.Show("hero", 1))
            .With("start_date", "2026-05-14T08:00:00Z").With("end_date", "2026-05-15T00:00:00Z");

        var preview = await PreviewAsync(new JsonObject { ["rule"] = draft, ["attributes"] = new JsonObject(), ["at"] = at });

        Assert.Equal(expected, (bool)preview["matches"]!);
        Assert.Equal(DateTimeOffset.Parse(at), DateTimeOffset.Parse((string)preview["at"]!));
    }

    [Fact]
    public async Task Preview_OutOfForce_SaysSoThoughTheConditionHolds()
    {
        var preview = await PreviewAsync(new JsonObject
        {
            ["rule"] = Defined.Rule(Everybody.DeepClone(), Defined.Show("hero", 1)).With("active", false),
            ["attributes"] = new JsonObject(),
        });

        Assert.Equal((false, false), ((bool)preview["matches"]!, (bool)preview["in_force"]!));
        Assert.Null(preview["failure"]);
        Assert.False((bool)preview["slots"]!["hero"]!["draft_wins"]!);
    }

    [Fact]
    public async Task Preview_WithContext_AsksForIt()
    {
        var preview = await PreviewAsync(new JsonObject
        {
            ["rule"] = Defined.Rule(JsonNode.Parse("""{"context.page": "/x", "device.type": "mobile"}""")!, Defined.Show("hero", 1)),
            ["attributes"] = new JsonObject(),
            ["context"] = new JsonObject { ["page"] = "/x", ["device"] = "mobile" },
        });

        Assert.True((bool)preview["matches"]!);
    }

    [Fact]
    public async Task Preview_BesideAStrongerRule_NamesTheWinnerOfEachSlot()
    {
        var user = Sent.NewId();
        var live = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "live")).With("priority", 500));

        var preview = await PreviewAsync(new JsonObject
        {
            ["rule"] = Defined.Rule(Defined.For(user), Defined.Show("hero", "draft"), Defined.Show("banner", "draft")),
            ["user_id"] = user,
        });

        Assert.True((bool)preview["matches"]!);
        var (hero, banner) = (preview["slots"]!["hero"]!, preview["slots"]!["banner"]!);
        Assert.Equal((false, live, "live"), ((bool)hero["draft_wins"]!, (long)hero["rule"]!["id"]!, (string?)hero["content"]));
        Assert.Equal((true, "draft"), ((bool)banner["draft_wins"]!, (string?)banner["content"]));
    }

    [Fact]
    public async Task Preview_OnAnExperiment_KnowsTheVariantThePersonWouldGet()
    {
        var (user, key) = (Sent.NewId(), Defined.NewKey());
        await engine.Client.AddExperimentAsync(Defined.Experiment(key, "control", "bold").With("condition", Defined.For(user)));
        var variant = (string)(await engine.Client.AssignmentAsync(user, key))["variant"]!;
        var draft = Defined.Rule(new JsonObject { [$"experiments.{key}"] = variant }, Defined.Show("hero", 1));

        Assert.True((bool)(await PreviewAsync(new JsonObject { ["rule"] = draft, ["user_id"] = user }))["matches"]!);
    }

    [Fact]
    public async Task Preview_StoresNothing()
    {
        var user = Sent.NewId();
        var draft = Defined.Rule(Defined.For(user), Defined.Show("hero", "draft"));
        await PreviewAsync(new JsonObject { ["rule"] = draft, ["user_id"] = user });

        Assert.Null((await engine.Client.SlotAsync(user, "hero")).Rule);
        Assert.DoesNotContain((string)draft["name"]!, (await engine.Client.PersonalizeAsync(user, "explain=true")).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"rule": @}""", "/user_id")]
    [InlineData("""{"rule": @, "user_id": "u", "attributes": {}}""", "/user_id")]
    [InlineData("""{"user_id": "u"}""", "/rule")]
    [InlineData("""{"rule": 5, "user_id": "u"}""", "/rule")]
    [InlineData("""{"rule": {"name": "n", "conditions": {"a": {"$b": 1}}, "actions": [{"type": "filter", "where": {}}]}, "user_id": "u"}""", "/rule/conditions/a/$b")]
    [InlineData("""{"rule": @, "user_id": ""}""", "/user_id")]
    [InlineData("""{"rule": @, "attributes": []}""", "/attributes")]
    [InlineData("""{"rule": @, "attributes": {}, "context": 1}""", "/context")]
    [InlineData("""{"rule": @, "attributes": {}, "at": "noon"}""", "/at")]
    [InlineData("""{"rule": @, "attributes": {}, "when": 1}""", "/when")]
    public async Task Preview_ThatIsWrong_IsNamedWithItsPointer(string body, string pointer)
    {
        var draft = Defined.Rule(Everybody.DeepClone(), Defined.Show("hero", 1)).ToJsonString();
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "rules/preview", body.Replace("@", draft, StringComparison.Ordinal));

        answer.AssertProblem(400);
        Assert.Contains(pointer, answer.Json["errors"]!.AsArray().Select(error => (string?)error!["pointer"]));
    }

    private async Task<JsonNode> PreviewAsync(JsonObject body)
    {
        if (body["rule"]!.Parent is not null) body["rule"] = body["rule"]!.DeepClone();
        return (await engine.Client.AdminAsync(HttpMethod.Post, "rules/preview", body.ToJsonString())).AssertOk().Json;
    }
}
