using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>What a draft rule would do.</summary>
/// <param name="Matches">It is in force and its condition holds.</param>
/// <param name="HeldOut">The person is held out of the rule and would not get it; null where that cannot be told yet.</param>
/// <param name="Slots">Of each slot the draft fills: who would win it, and with what.</param>
internal sealed record PreviewAnswer(
    bool Matches, bool InForce, FailureAnswer? Failure, IReadOnlyDictionary<string, PreviewedSlotAnswer> Slots, bool? HeldOut,
    DateTimeOffset At)
{
    public static PreviewAnswer Of(RulePreview preview) => new(
        preview.Matches,
        preview.InForce,
        preview.Failure is null ? null : FailureAnswer.Of(preview.Failure),
        preview.Slots.ToDictionary(slot => slot.Slot, slot => PreviewedSlotAnswer.Of(slot, preview.Draft.Id), StringComparer.Ordinal),
        preview.HeldOut,
        preview.At);
}
