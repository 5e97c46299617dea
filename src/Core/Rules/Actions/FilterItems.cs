namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Keeps only items that fit; the filters of all matching rules must hold.</summary>
public sealed record FilterItems(ConditionSource Where) : RuleAction;
