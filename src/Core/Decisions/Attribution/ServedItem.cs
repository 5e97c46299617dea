using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <param name="Hash">24 bits of the item's id.</param>
public readonly record struct ServedItem(uint Hash, string Source)
{
    public ServedItem(string itemId, string source)
        : this(HashOf(itemId), source)
    {
    }

    /// <summary>How chance chose it; null where nothing was left to chance. The propensity is kept to seven digits.</summary>
    public ExplorationChoice? Choice { get; init; }

    /// <summary>Whose pick it was on an interleaved list, 0 or 1; null on any other.</summary>
    public int? Team { get; init; }

    public static uint HashOf(string itemId) => Fnv1a.Hash(itemId) & 0xFFFFFF;
}
