using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>What goes into a slot.</summary>
/// <param name="Content">JSON null (missing) when there is neither a rule nor a fallback.</param>
/// <param name="Rule">The rule that won; null for the fallback.</param>
/// <param name="Reason"><c>rule_matched</c>, <c>fallback</c> or <c>empty</c>.</param>
public sealed record SlotDecision(string Slot, AttributeValue Content, ContentRule? Rule, string Reason);
