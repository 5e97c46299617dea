using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Feedback;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin.RuleCare;

/// <summary>Some people never get a rule, and what it is worth is told by holding them against those who do.</summary>
public sealed class RuleHoldoutTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    private const int People = 120;

    [Fact]
    public async Task Rule_WithAHoldout_TellsItsWorthByThoseHeldOut()
    {
        var above = await engine.Client.AddRuleAsync(
            Defined.Rule(JsonNode.Parse("""{"context.page": "/offer"}""")!, Defined.Show("hero", "offer")).With("priority", 50).With("holdout", 0.5));
        var below = await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject(), Defined.Show("hero", "usual")));
        var early = await ResultsAsync(above);
        Assert.Equal((0.5, 0, "not_proven_yet"), ((double)early["holdout"]!, (int)early["treated"]!["people"]!, (string?)early["verdict"]));
        Assert.Contains("too early", (string?)early["note"], StringComparison.Ordinal);

        var (treated, held) = (0, 0);
        for (var number = 0; number < People; number++)
        {
            var user = $"visitor-{number}";
            var answer = await engine.Client.PersonalizeAsync(user, "slots=hero&context.page=/offer&explain=true");
            var verdict = answer["explanation"]!.AsArray().Single(one => (long)one!["rule"]!["id"]! == above)!;
            var isHeldOut = (string?)verdict["result"] == "held_out";
            Assert.Equal(isHeldOut ? below : above, (long)answer["slots"]!["hero"]!["rule"]!["id"]!);
            // Of those who got the offer all but every fourth one convert, of the others every fourth.
            var converts = isHeldOut ? held++ % 4 == 0 : treated++ % 4 != 0;
            if (converts) Assert.Equal(["accepted"], (await engine.Client.ReportAsync([Conversion((string)answer["decision_id"]!)])).Statuses());
        }

        var results = await UntilAsync(above, treated, held);
        Assert.Equal((treated - ((treated + 3) / 4), (held + 3) / 4), ((int)results["treated"]!["converted"]!, (int)results["held_out"]!["converted"]!));
        results.AssertShape(
            "rule:object", "holdout:number", "since:instant", "treated:object", "held_out:object", "in_both:number", "sample_ratio_p:number?",
            "lift:number?", "lift_low:number?", "lift_high:number?", "p_value:number?", "verdict:string", "missing_people:number?", "note:string?");
        Assert.InRange((double)results["lift"]!, 1.7, 2.1);
        Assert.InRange((double)results["lift_low"]!, 0.5, 1.7);
        Assert.Equal("better", (string?)results["verdict"]);
        Assert.Equal(0, (int)(await ResultsAsync(above, "?goal=signup"))["treated"]!["converted"]!);
    }

    [Fact]
    public async Task Rule_ThatWasNotAskedFor_MeasuresNobody()
    {
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(new JsonObject(), Defined.Show("footer", "x")).With("holdout", 0.5));
        for (var number = 0; number < 10; number++) await engine.Client.PersonalizeAsync($"other-{number}", "slots=hero");
        for (var number = 0; number < 10; number++) await engine.Client.PersonalizeAsync($"asked-{number}", "slots=footer");

        var results = await UntilPeopleAsync(rule, 10);

        Assert.Equal(10, (int)results["treated"]!["people"]! + (int)results["held_out"]!["people"]!);
    }

    [Fact]
    public async Task Results_ThatCannotBe_AreRefused()
    {
        (await engine.Client.AdminAsync(HttpMethod.Get, "rules/987654321/results")).AssertProblem(404);
        (await engine.Client.AdminAsync(HttpMethod.Get, "rules/1/results?days=0")).AssertProblem(400, "days");
        var rule = Defined.Rule(new JsonObject(), Defined.Show("x", 1)).With("holdout", 0.51);
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules", rule.ToJsonString())).AssertProblem(400, "holdout");
    }

    private static JsonObject Conversion(string decision) => new() { ["type"] = "conversion", ["decision_id"] = decision, ["event_id"] = Sent.NewId("conversion") };

    private async Task<JsonNode> UntilAsync(long rule, int treated, int held)
    {
        var results = await UntilPeopleAsync(rule, treated + held);
        Assert.Equal((treated, held), ((int)results["treated"]!["people"]!, (int)results["held_out"]!["people"]!));
        return results;
    }

    /// <summary>What decisions leave behind is stored a moment after the answer.</summary>
    private async Task<JsonNode> UntilPeopleAsync(long rule, int people)
    {
        for (var attempt = 0; ; attempt++)
        {
            var results = await ResultsAsync(rule);
            if ((int)results["treated"]!["people"]! + (int)results["held_out"]!["people"]! >= people || attempt == 100) return results;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<JsonNode> ResultsAsync(long rule, string query = "") =>
        (await engine.Client.AdminAsync(HttpMethod.Get, $"rules/{rule}/results{query}")).AssertOk().Json;
}
