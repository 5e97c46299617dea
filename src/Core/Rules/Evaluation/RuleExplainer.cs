using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>Says of every rule why it won or did not; slower than deciding, for people who ask.</summary>
public static class RuleExplainer
{
    public static IReadOnlyList<RuleVerdict> Explain(RuleSet rules, RuleOutcome outcome, AttributeMap attributes, DateTimeOffset now) =>
    [
        .. rules.Rules.Select(rule => Explain(rule, rules.Groups, outcome, attributes, now)),
        .. rules.Inactive.Select(rule => NotInForce(rule, now)),
    ];

    private static RuleVerdict Explain(
        CompiledRule rule, SavedGroups groups, RuleOutcome outcome, AttributeMap attributes, DateTimeOffset now)
    {
        if (!rule.Rule.IsInForce(now)) return NotInForce(rule.Rule, now);

        var failure = ConditionExplainer.WhyNot(rule.Rule.Condition.Condition, groups, attributes);
        if (failure is not null) return new RuleVerdict(rule.Rule, "condition_failed", [], failure);

        if (outcome.HeldOut.Any(held => held.Rule.Id == rule.Rule.Id)) return new RuleVerdict(rule.Rule, "held_out", [], null);

        var winners = rule.Shows.Select(show => outcome.WinnerOf(show.Winner.Show.Slot)!.Rule.Id).ToList();
        if (winners.Count == 0) return new RuleVerdict(rule.Rule, "matched", [], null);
        return winners.Contains(rule.Rule.Id)
            ? new RuleVerdict(rule.Rule, "won", [], null)
            : new RuleVerdict(rule.Rule, "beaten", [.. winners.Distinct()], null);
    }

    private static RuleVerdict NotInForce(ContentRule rule, DateTimeOffset now)
    {
        var result = !rule.Active ? "inactive" : now < rule.StartsAt ? "not_started" : "ended";
        return new RuleVerdict(rule, result, [], null);
    }
}
