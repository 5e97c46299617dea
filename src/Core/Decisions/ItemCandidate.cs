using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>An item that could be recommended.</summary>
/// <param name="Score">0 to 1 from the recommender; boosts may take it beyond.</param>
/// <param name="Source">Which model proposed it (<c>item_based</c>, <c>trending</c> …).</param>
/// <param name="Reason">A sentence for the person.</param>
/// <param name="Item">What conditions of boosts and filters can ask about the item.</param>
public sealed record ItemCandidate(string ItemId, double Score, string Source, string Reason, AttributeMap Item)
{
    /// <summary>Whose pick it was on an interleaved list, 0 or 1; null on any other.</summary>
    public int? Team { get; init; }

    /// <summary>How chance chose it; null where nothing was left to chance, or rules have meddled since.</summary>
    public ExplorationChoice? Choice { get; init; }
}
