using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Engine.Personalization;

/// <param name="DecisionId">By which impressions, clicks and conversions are reported.</param>
public sealed record PersonalizedAnswer(Decision Decision, string DecisionId, AnswerSources Sources)
{
    /// <summary>What became of its receipt.</summary>
    public ReceiptFate Receipt { get; init; }
}
