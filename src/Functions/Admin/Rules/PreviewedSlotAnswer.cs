using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <param name="DraftWins">The draft would fill the slot.</param>
/// <param name="Rule">The rule that would fill it otherwise; null for the draft and the fallback.</param>
internal sealed record PreviewedSlotAnswer(bool DraftWins, RuleReference? Rule, AttributeValue Content)
{
    public static PreviewedSlotAnswer Of(PreviewedSlot slot, long draftId)
    {
        if (slot.Winner is not { } winner) return new PreviewedSlotAnswer(false, null, AttributeValue.Null);
        var draftWins = winner.Rule.Id == draftId;
        return new PreviewedSlotAnswer(
            draftWins, draftWins ? null : new RuleReference(winner.Rule.Id, winner.Rule.Name), winner.Show.Content);
    }
}
