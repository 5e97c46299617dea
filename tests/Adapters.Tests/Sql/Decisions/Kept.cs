using PersonalizationEngine.Adapters.Tests.Redis.People;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Adapters.Tests.Sql.Decisions;

internal static class Kept
{
    /// <summary>A receipt with something in every place.</summary>
    public static KeptDecision Of(string person, string key, DateTimeOffset at, long playbook = 7)
    {
        var ada = Somebody.Ada.Value.State;
        var state = ada with { Profile = ada.Profile with { PersonId = person } };
        var context = new AttributeMap([KeyValuePair.Create("page", (AttributeValue)"/pricing")]);
        var request = new DecisionRequest("asked", ["hero"], 5, context, true, at)
        {
            Experiments = ["cta"],
            Forced = new Dictionary<string, string> { ["cta"] = "bold" },
        };
        var answer = new DecidedAnswer(
            [new DecidedSlot("hero", "Hello", 3, "rule_matched"), new DecidedSlot("aside", AttributeValue.Null, null, "empty")],
            [new DecidedItem("tea", 0.75, "item_based", 0.25, 1)],
            [new DecidedExperiment(7, "cta", "bold", true, "allocated", 0.1234)],
            ["cta"],
            new AttributeMap([KeyValuePair.Create("tone", (AttributeValue)"warm")]),
            [new DecidedMessage(3, "email", "welcome", false, "no_consent")],
            [new DecidedRule(3, true)]);
        var contents = new PlaybookContents(
            playbook, [new DefinitionReference("content_rules", 3, 2)], 0.05, new GlobalHoldout(0.1, "h"),
            new AttributeMap([KeyValuePair.Create("hero", (AttributeValue)"fallback")]));
        return new KeptDecision(
            key, new DecisionReceipt(request, state, ada.Candidates, answer), contents,
            new AnswerSources("live", at.AddSeconds(-1), "embedded", playbook) { HasStandIn = true }, 12, WasAsked: true);
    }
}
