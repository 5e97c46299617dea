using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <param name="Hash">24 bits of the item's id.</param>
/// <param name="Propensity">The probability, above 0 to 1, with which chance chose it; null where nothing was left to chance.</param>
public readonly record struct ServedItem(uint Hash, string Source, double? Propensity = null)
{
    public ServedItem(string itemId, string source, double? propensity = null)
        : this(HashOf(itemId), source, propensity)
    {
    }

    public static uint HashOf(string itemId) => Fnv1a.Hash(itemId) & 0xFFFFFF;
}
