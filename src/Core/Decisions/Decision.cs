using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What this person should see and get now, and why.</summary>
/// <param name="Explanation">A verdict on every rule, when it was asked for.</param>
public sealed record Decision(
    DecisionRequest Request,
    PersonState Person,
    IReadOnlyList<SlotDecision> Slots,
    IReadOnlyList<ItemCandidate> Recommendations,
    IReadOnlyList<Assignment> Experiments,
    IReadOnlyList<SetValue> Attributes,
    IReadOnlyList<MessageDecision> Messages,
    IReadOnlyList<RuleVerdict>? Explanation)
{
    /// <summary>Rules with a holdout that the person got in this answer, or was kept from.</summary>
    public IReadOnlyList<MeasuredRule> Measured { get; init; } = [];
}
