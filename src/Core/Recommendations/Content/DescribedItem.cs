namespace PersonalizationEngine.Core.Recommendations.Content;

/// <summary>An item of the catalogue with the words found in its text.</summary>
internal readonly record struct DescribedItem(CatalogueItem Item, string[] Words)
{
    public static DescribedItem Of(CatalogueItem item) => new(item, ItemText.WordsOf(item));
}
