using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>Why one rule did or did not show in the answer.</summary>
/// <param name="Result">
/// <c>won</c>, <c>matched</c> (it fills no slot), <c>held_out</c>, <c>beaten</c>, <c>condition_failed</c>, or, for a rule out of force,
/// <c>inactive</c>, <c>not_started</c> or <c>ended</c>.
/// </param>
/// <param name="BeatenBy">Ids of the rules that took its slots.</param>
/// <param name="Failure">The leaf of its condition that failed.</param>
public sealed record RuleVerdict(ContentRule Rule, string Result, IReadOnlyList<long> BeatenBy, ConditionFailure? Failure);
