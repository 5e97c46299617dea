using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>An item of a list.</summary>
/// <param name="Title">Null, as the address, when the catalogue does not know it.</param>
/// <param name="Score">Orders the list; 0 to 1.</param>
/// <param name="Source">Which model proposed it.</param>
/// <param name="Reason">A sentence for the person.</param>
/// <param name="Contributions">What of history and session spoke for it, most first.</param>
/// <param name="Propensity">The probability with which chance put it there; null where nothing was left to chance.</param>
internal sealed record ListedItemAnswer(
    string ItemId,
    string? Title,
    string? Url,
    double Score,
    string Source,
    string Reason,
    IReadOnlyList<ContributionAnswer> Contributions,
    double? Propensity)
{
    private const int Decimals = 4;

    public static ListedItemAnswer Of(RecommendedItem item, ItemCatalogue catalogue)
    {
        var known = catalogue.Find(item.ItemId);
        return new ListedItemAnswer(
            item.ItemId, known?.Title, known?.Url, Math.Round(item.Score, Decimals), item.Source.WireName(), item.Reason,
            [.. item.Contributions.Select(one => ContributionAnswer.Of(one, catalogue))],
            item.Propensity is { } propensity ? Math.Round(propensity, 6) : null);
    }
}
