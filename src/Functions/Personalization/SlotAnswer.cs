using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>What a slot shows.</summary>
/// <param name="Rule">The rule that won the slot; null for the fallback.</param>
/// <param name="Reason"><c>rule_matched</c>, <c>fallback</c> or <c>empty</c>.</param>
internal sealed record SlotAnswer(AttributeValue Content, RuleReference? Rule, string Reason)
{
    public static SlotAnswer Of(SlotDecision slot) =>
        new(slot.Content, slot.Rule is { } rule ? new RuleReference(rule.Id, rule.Name) : null, slot.Reason);
}
