using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Core.Tests.Decisions;

/// <summary>People, playbooks and requests to decide on.</summary>
internal static class Situations
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 30, 0, TimeSpan.Zero);

    public static DecisionRequest Request(string[]? slots = null, int limit = 10, string context = "{}", bool explain = false) =>
        new("asked-id", slots, limit, AttributeJson.ReadMap(JsonElement.Parse(context)), explain, Now);

    public static PersonState Person(string id = "person-1", string consents = "{}", params ItemCandidate[] candidates)
    {
        var profile = PersonProfile.Unknown(id) with
        {
            Consents = JsonElement.Parse(consents).EnumerateObject().ToDictionary(consent => consent.Name, consent => consent.Value.GetBoolean()),
            Device = AttributeJson.ReadMap(JsonElement.Parse("""{"type": "desktop", "os": "linux"}""")),
        };
        var factors = BehaviouralFactors.None(Now);
        var score = LeadScorer.Score(factors, ScoringModel.Default);
        return new PersonState(profile, true, score, PersonAttributes.Of(profile, true, factors, score), candidates);
    }

    public static ItemCandidate Item(string id, double score, string category = "general") => new(
        id, score, "item_based", "because", AttributeJson.ReadMap(JsonElement.Parse($$"""{"item_id": "{{id}}", "categories": ["{{category}}"]}""")));

    public static Playbook Playbook(IEnumerable<ContentRule>? rules = null, IEnumerable<CompiledExperiment>? experiments = null) =>
        Core.Decisions.Playbook.Of(
            new RuleSet(rules ?? []), experiments ?? [], new Dictionary<string, AttributeValue> { ["hero"] = "fallback" }, version: 7);

    public static Decision Decide(DecisionRequest request, PersonState person, Playbook playbook) =>
        DecisionMaker.Decide(request, person, playbook, id => id == "pinned" ? Item("pinned", 1) : null);
}
