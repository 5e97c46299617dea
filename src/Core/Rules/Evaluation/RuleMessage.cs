using PersonalizationEngine.Core.Rules.Actions;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>A message some matching rule asks for.</summary>
public sealed record RuleMessage(ContentRule Rule, RequestMessage Message);
