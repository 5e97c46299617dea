using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>An item recommended in a decision.</summary>
/// <param name="Title">Null, as the address, when the catalogue does not know it.</param>
/// <param name="Score">Orders the list; 0 to 1, more when boosted.</param>
/// <param name="Source">Which model proposed it.</param>
/// <param name="Reason">A sentence for the person.</param>
internal sealed record RecommendationAnswer(string ItemId, string? Title, string? Url, double Score, string Source, string Reason)
{
    private const int Decimals = 4;

    public static RecommendationAnswer Of(ItemCandidate item, ItemCatalogue catalogue)
    {
        var known = catalogue.Find(item.ItemId);
        return new RecommendationAnswer(
            item.ItemId, known?.Title, known?.Url, Math.Round(item.Score, Decimals), item.Source, item.Reason);
    }
}
