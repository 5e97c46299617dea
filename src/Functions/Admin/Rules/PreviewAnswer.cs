using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>What a draft rule would do.</summary>
/// <param name="Matches">It is in force and its condition holds.</param>
/// <param name="Slots">Of each slot the draft fills: who would win it, and with what.</param>
internal sealed record PreviewAnswer(
    bool Matches, bool InForce, FailureAnswer? Failure, IReadOnlyDictionary<string, PreviewedSlotAnswer> Slots, DateTimeOffset At)
{
    public static PreviewAnswer Of(RulePreview preview) => new(
        preview.Matches,
        preview.InForce,
        preview.Failure is null ? null : FailureAnswer.Of(preview.Failure),
        preview.Slots.ToDictionary(slot => slot.Slot, slot => PreviewedSlotAnswer.Of(slot, preview.Draft.Id), StringComparer.Ordinal),
        preview.At);
}
