using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>Why a rule did or did not show.</summary>
/// <param name="Result"><c>won</c>, <c>matched</c>, <c>held_out</c>, <c>beaten</c>, <c>condition_failed</c>, <c>inactive</c>, <c>not_started</c> or <c>ended</c>.</param>
/// <param name="BeatenBy">Ids of the rules that took its slots.</param>
internal sealed record VerdictAnswer(RuleReference Rule, int Priority, string Result, IReadOnlyList<long> BeatenBy, FailureAnswer? Failure)
{
    public static VerdictAnswer Of(RuleVerdict verdict) => new(
        new RuleReference(verdict.Rule.Id, verdict.Rule.Name), verdict.Rule.Priority, verdict.Result, verdict.BeatenBy,
        verdict.Failure is null ? null : FailureAnswer.Of(verdict.Failure));
}
