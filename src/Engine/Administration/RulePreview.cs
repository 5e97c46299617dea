using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>What a draft rule would do.</summary>
/// <param name="InForce">Active, and the instant lies between its dates.</param>
/// <param name="Matches">In force, and its condition holds.</param>
/// <param name="Failure">The leaf of its condition that fails.</param>
/// <param name="Slots">Who would win each slot the draft fills.</param>
public sealed record RulePreview(
    ContentRule Draft, bool InForce, bool Matches, ConditionFailure? Failure, IReadOnlyList<PreviewedSlot> Slots, DateTimeOffset At)
{
    /// <summary>The person is held out of the draft's rule, and would not get it; null where that cannot be told.</summary>
    public bool? HeldOut { get; init; }
}
