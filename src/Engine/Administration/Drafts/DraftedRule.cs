using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <param name="Live">The rule as it is until the draft is published.</param>
public sealed record DraftedRule(Draft Draft, Stored<ContentRule> Live);
