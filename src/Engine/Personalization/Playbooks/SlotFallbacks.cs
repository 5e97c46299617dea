using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Personalization.Playbooks;

/// <summary>The editorial default of each slot, from configuration.</summary>
public sealed record SlotFallbacks(IReadOnlyDictionary<string, AttributeValue> Contents);
