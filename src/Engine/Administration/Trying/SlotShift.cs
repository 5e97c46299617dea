using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="From">Who fills the slot now; null for its fallback.</param>
/// <param name="To">Who would.</param>
/// <param name="Sample">Ids of a few of the people.</param>
public sealed record SlotShift(string Slot, ContentRule? From, ContentRule? To, int People, IReadOnlyList<string> Sample);
