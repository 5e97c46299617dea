using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <param name="Rule">The rule that filled it; null for its fallback.</param>
/// <param name="Reason">As <see cref="SlotDecision.Reason"/>.</param>
public sealed record DecidedSlot(string Slot, AttributeValue Content, long? Rule, string Reason);
