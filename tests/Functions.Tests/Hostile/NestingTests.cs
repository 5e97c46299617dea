using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Documents that are deep, wide or expensive to judge.</summary>
public sealed class NestingTests(SharedEngine engine)
{
    private static readonly string[] Paths =
        ["events", "admin/rules", "admin/experiments", "admin/rules/preview", "admin/refused-events/replay"];

    [Theory]
    [InlineData("[", "]", 10_000)]
    [InlineData("{\"a\":", "}", 10_000)]
    [InlineData("[", "]", 65)]
    [InlineData("[", "", 10_000)]
    [InlineData("{\"conditions\":{\"$not\":", "}}", 5_000)]
    public async Task Document_NestedDeeply_IsRefused(string open, string close, int depth)
    {
        var body = $"{Repeat(open, depth)}1{Repeat(close, depth)}";
        foreach (var path in Paths)
        {
            var answer = await engine.Client.SendAsync(HttpMethod.Post, $"/api/v1/{path}", body, EngineProcess.MasterKey);
            answer.AssertProblem(400);
        }

        Assert.Equal(400, (await engine.Client.SendEventsAsync("rybbit", body)).Status);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("conditions")]
    public async Task Rule_WithAPartNestedWithinTheParsersDepth_IsAnswered(string part)
    {
        var nested = $"{Repeat("[", 55)}1{Repeat("]", 55)}";
        var rule = part == "content"
            ? $$"""{"name": "deep", "conditions": {"id": "nobody"}, "actions": [{"type": "show", "slot": "hero", "content": {{nested}} }]}"""
            : $$$"""{"name": "deep", "conditions": {"a": {{{nested}}} }, "actions": [{"type": "filter", "where": {}}]}""";
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "rules", rule);

        Assert.Contains(answer.Status, (int[])[201, 400]);
        if (answer.Status == 201) (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{answer.Json["id"]}")).AssertOk();
    }

    [Fact]
    public async Task Content_AsDeepAsARuleMayBe_ComesBackInTheDecision()
    {
        var user = Sent.NewId();
        var content = JsonNode.Parse($"{Repeat("[", 50)}1{Repeat("]", 50)}")!;
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", content.DeepClone())));

        Assert.Equal((rule, content.ToJsonString()), await engine.Client.SlotAsync(user, "hero"));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("(.*a){20}$")]
    [InlineData("^(\\w+\\s?)*$")]
    [InlineData("^(a+)+\\1b$")]
    [InlineData("^(?=(a+)+$)a")]
    public async Task Pattern_ThatExplodes_DoesNotHoldUpTheDecision(string pattern)
    {
        var user = Sent.NewId();
        var conditions = new JsonObject { ["id"] = user, ["context.text"] = new JsonObject { ["$regex"] = pattern } };
        var added = await engine.Client.AdminAsync(HttpMethod.Post, "rules", Defined.Rule(conditions, Defined.Show("hero", "x")).ToJsonString());
        if (added.Status == 400) return;

        var watch = Stopwatch.StartNew();
        await engine.Client.PersonalizeAsync(user, $"context.text={new string('a', 1000)}!&explain=true");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{added.AssertOk().Json["id"]}")).AssertOk();
    }

    [Fact]
    public async Task Object_WithManyUnknownFields_IsRefusedQuickly()
    {
        var fields = string.Join(',', Enumerable.Range(0, 15_000).Select(i => $"\"f{i}\":1"));
        var watch = Stopwatch.StartNew();
        var answer = await engine.Client.AdminAsync(HttpMethod.Post, "rules", $"{{{fields}}}");

        answer.AssertProblem(400);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(answer.Body.Length, 1, 256 * 1024);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
