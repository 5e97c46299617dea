using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>What conditions can ask about an item.</summary>
public static class ItemAttributes
{
    /// <summary>Of one in the catalogue; what it has none of is missing.</summary>
    public static AttributeMap Of(ItemRecord item) => new(Describe(item).Where(attribute => attribute.Value.IsPresent));

    /// <summary>Of one that is not in the catalogue: only its id.</summary>
    public static AttributeMap OfUnknown(string itemId) => new([KeyValuePair.Create("item_id", (AttributeValue)itemId)]);

    private static Dictionary<string, AttributeValue> Describe(ItemRecord item) => new(StringComparer.Ordinal)
    {
        ["item_id"] = item.ItemId,
        ["title"] = item.Title,
        ["url"] = item.Url,
        ["categories"] = AttributeValue.OfTexts(item.Categories),
        ["tags"] = AttributeValue.OfTexts(item.Tags),
        ["published_unix"] = item.PublishedAt is { } published ? published.ToUnixTimeSeconds() : AttributeValue.Null,
        ["attributes"] = item.Attributes,
    };
}
