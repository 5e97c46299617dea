using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>A rule made ready to be asked: its condition as a delegate, its actions sorted by kind.</summary>
public sealed class CompiledRule
{
    internal CompiledRule(ContentRule rule, Func<string, int> slotIndex, SavedGroups groups)
    {
        Rule = rule;
        Matches = ConditionCompiler.Compile(rule.Condition.Condition, groups);
        Shows = [.. rule.Actions.OfType<ShowContent>().Select(show => new SlotFilling(slotIndex(show.Slot), new SlotWinner(rule, show)))];
        Boosts = [.. rule.Actions.OfType<BoostItems>().Select(boost => new ItemBoost(Compile(boost.Where, groups), boost.Factor))];
        Filters = [.. rule.Actions.OfType<FilterItems>().Select(filter => Compile(filter.Where, groups))];
        Pins = [.. rule.Actions.OfType<PinItem>()];
        Settings = [.. rule.Actions.OfType<SetValue>()];
        Messages = [.. rule.Actions.OfType<RequestMessage>()];
        OnlyShows = Shows.Length == rule.Actions.Count;
        Holdout = new RuleHoldout(rule.Id, rule.Holdout ?? 0);
    }

    public ContentRule Rule { get; }

    public ConditionPredicate Matches { get; }

    /// <summary>Nobody where the rule does not say: the default is for whoever makes a playbook of the rules.</summary>
    public RuleHoldout Holdout { get; }

    internal SlotFilling[] Shows { get; }
    internal ItemBoost[] Boosts { get; }
    internal ConditionPredicate[] Filters { get; }
    internal PinItem[] Pins { get; }
    internal SetValue[] Settings { get; }
    internal RequestMessage[] Messages { get; }

    /// <summary>Nothing to do once all of its slots are taken, so its condition need not be asked.</summary>
    internal bool OnlyShows { get; }

    private static ConditionPredicate Compile(ConditionSource where, SavedGroups groups) => ConditionCompiler.Compile(where.Condition, groups);

    internal readonly record struct SlotFilling(int Slot, SlotWinner Winner);
}
