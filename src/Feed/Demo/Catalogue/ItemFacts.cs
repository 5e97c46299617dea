using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Demo.Words;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Demo.Catalogue;

/// <summary>The catalogue as the content system tells of it.</summary>
internal static class ItemFacts
{
    /// <summary><c>item.upserted</c> at the start of the month, or when the item is published during it.</summary>
    public static Fact Upserted(Item item, CatalogueWords words, DateTimeOffset start)
    {
        var data = new JsonObject
        {
            ["item_id"] = item.Id,
            ["title"] = item.Title,
            ["url"] = Site.Url(item.Path),
            ["image_url"] = Site.Url($"/images/{item.Categories[0]}.png"),
            ["description"] = item.Description,
            ["categories"] = new JsonArray([.. item.Categories.Select(name => (JsonNode)name)]),
            ["tags"] = new JsonArray([.. item.Tags.Select(tag => (JsonNode)tag)]),
            ["published_at"] = WireTime.Text(item.PublishedAt),
            ["attributes"] = new JsonObject { ["format"] = words.Formats[item.Format].Name, ["minutes"] = item.Minutes },
        };
        if (item.Hidden) data["hidden"] = true;
        if (item.ExpiresAt is { } end) data["expires_at"] = WireTime.Text(end);
        return new Fact(item.PublishedAt > start ? item.PublishedAt : start, "item.upserted", data);
    }
}
