using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <param name="Hash">24 bits of the item's id.</param>
public readonly record struct ServedItem(uint Hash, string Source)
{
    public ServedItem(string itemId, string source)
        : this(HashOf(itemId), source)
    {
    }

    public static uint HashOf(string itemId) => Fnv1a.Hash(itemId) & 0xFFFFFF;
}
