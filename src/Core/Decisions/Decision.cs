using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What this person should see and get now, and why.</summary>
/// <param name="Experiments">Those the answer carries.</param>
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
    /// <summary>
    /// The experiments whose variant this answer serves, so that it is an exposure: those it carries, those that a rule asks for
    /// in what was to be filled, and the one the recommendations come from. Some may not count, see
    /// <see cref="Assignment.InExperiment"/>.
    /// </summary>
    public IReadOnlyList<Assignment> Served { get => field ?? Experiments; init; }

    /// <summary>Rules with a holdout that the person got in this answer, or was kept from.</summary>
    public IReadOnlyList<MeasuredRule> Measured { get; init; } = [];
}
