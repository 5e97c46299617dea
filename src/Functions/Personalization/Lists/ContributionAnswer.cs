using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>What spoke for an item.</summary>
/// <param name="ItemId">Something the person has met, or looks at.</param>
/// <param name="Title">Null when the catalogue does not know it.</param>
/// <param name="Share">Of the recommended item's score, 0 to 1; those of one item sum to at most 1.</param>
internal sealed record ContributionAnswer(string ItemId, string? Title, double Share)
{
    private const double Grain = 10_000;

    /// <summary>Rounded down, so that shares that make up the whole do not come to more.</summary>
    public static ContributionAnswer Of(Contribution contribution, ItemCatalogue catalogue) =>
        new(contribution.ItemId, catalogue.Find(contribution.ItemId)?.Title, Math.Floor(contribution.Share * Grain) / Grain);
}
