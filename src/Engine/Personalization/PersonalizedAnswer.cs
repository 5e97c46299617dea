using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Delivery.Inbox;

namespace PersonalizationEngine.Engine.Personalization;

/// <param name="DecisionId">By which impressions, clicks and conversions are reported.</param>
public sealed record PersonalizedAnswer(Decision Decision, string DecisionId, AnswerSources Sources)
{
    /// <summary>What became of its receipt.</summary>
    public ReceiptFate Receipt { get; init; }

    /// <summary>What waits for the person on the website.</summary>
    public InboxGlance Inbox { get; init; } = InboxGlance.Empty;
}
