using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>Items that fit have their score multiplied.</summary>
public readonly record struct ItemBoost(ConditionPredicate Where, double Factor);
