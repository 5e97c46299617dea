using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Tests.Decisions;

/// <summary>Which experiments an answer serves, and so exposes to.</summary>
public sealed class ServedExperimentsTests
{
    [Theory]
    [InlineData(null, null, 5, "plain slot boost nested")]
    [InlineData("", "", 0, "")]
    [InlineData("plain", "", 0, "plain")]
    [InlineData("", "hero", 0, "slot")]
    [InlineData("", "footer", 0, "nested")]
    [InlineData("", "other", 0, "")]
    [InlineData("", null, 0, "slot nested")]
    [InlineData("", "", 1, "boost")]
    public void Decide_AskedForThese_ServesThemAndWhatRulesAskFor(string? experiments, string? slots, int limit, string served)
    {
        var rules = new RuleSet(
        [
            Rule(1, """{"experiments.slot": "b"}""", """{"type": "show", "slot": "hero", "content": 1}"""),
            Rule(2, """{"$or": [{"$not": {"experiments": {"nested": "a"}}}]}""", """{"type": "show", "slot": "footer", "content": 1}"""),
            Rule(3, """{"experiments.boost": {"$exists": true}}""", """{"type": "boost", "where": {}, "factor": 2}"""),
        ]);
        var playbook = Playbook.Of(rules, ((string[])["plain", "slot", "boost", "nested"]).Select(Experiment), new Dictionary<string, AttributeValue>(), 1);
        var person = Situations.Person();
        var request = new DecisionRequest("u", Split(slots), limit, AttributeMap.Empty, false, Situations.Now) { Experiments = Split(experiments) };

        var decision = DecisionMaker.Decide(request, person, playbook, _ => null);

        Assert.Equal(served, string.Join(' ', decision.Served.Select(assignment => assignment.Experiment.Key)));
        Assert.Equal(experiments is null ? 4 : Split(experiments)!.Length, decision.Experiments.Count);
    }

    private static string[]? Split(string? list) => list?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static CompiledExperiment Experiment(string key, int number) => new(ExperimentDocument.Read(JsonElement.Parse(
        $$"""{"key": "{{key}}", "name": "n", "status": "running", "variants": [{"key": "a"}, {"key": "b"}]}""")).Value! with
    { Id = number + 1 });

    private static ContentRule Rule(long id, string conditions, string action) => ContentRuleDocument.Read(JsonElement.Parse(
        $$"""{"name": "r", "conditions": {{conditions}}, "actions": [{{action}}]}""")).Value! with
    { Id = id };
}
