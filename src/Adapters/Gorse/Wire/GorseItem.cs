using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Gorse.Wire;

/// <summary>A field left out would become empty in Gorse: all are sent.</summary>
internal sealed record GorseItem(
    string ItemId, bool IsHidden, IReadOnlyList<string> Categories, string Timestamp, AttributeValue Labels, string Comment);
