namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <param name="From">Who fills the slot now; null for its fallback.</param>
/// <param name="To">Who would.</param>
/// <param name="Sample">Ids of up to five of the people.</param>
internal sealed record SlotShiftAnswer(
    string Slot, TriedRuleReference? From, TriedRuleReference? To, int People, IReadOnlyList<string> Sample);
