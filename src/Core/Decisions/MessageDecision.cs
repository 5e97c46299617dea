using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>A message a rule asked for, and whether the person may get it.</summary>
/// <param name="Reason"><c>requested</c> or <c>no_consent</c>.</param>
public sealed record MessageDecision(RuleMessage Request, bool Allowed, string Reason);
