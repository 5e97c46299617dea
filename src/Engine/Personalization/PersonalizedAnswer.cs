using PersonalizationEngine.Core.Decisions;

namespace PersonalizationEngine.Engine.Personalization;

/// <param name="DecisionId">By which impressions, clicks and conversions are reported.</param>
public sealed record PersonalizedAnswer(Decision Decision, string DecisionId, AnswerSources Sources);
