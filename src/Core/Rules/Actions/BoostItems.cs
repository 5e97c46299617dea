namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Multiplies the score of items that fit; the boosts of all matching rules multiply.</summary>
/// <param name="Where">A condition on the item; the page on rules lists what it can ask.</param>
/// <param name="Factor">0 to 100; below 1 it demotes.</param>
public sealed record BoostItems(ConditionSource Where, double Factor) : RuleAction;
