using System.Collections.Concurrent;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>All items in memory, as conditions and answers need them. Changed by ingestion, read by every decision.</summary>
public sealed class ItemCatalogue
{
    private readonly ConcurrentDictionary<string, CatalogueEntry> _entries = new(StringComparer.Ordinal);

    public int Count => _entries.Count;

    public IEnumerable<ItemRecord> Items => _entries.Values.Select(entry => entry.Item);

    public ItemRecord? Find(string itemId) => _entries.GetValueOrDefault(itemId)?.Item;

    /// <summary>What conditions can ask about the item; of one that is not in the catalogue, only its id.</summary>
    public AttributeMap AttributesOf(string itemId) => _entries.TryGetValue(itemId, out var entry)
        ? entry.Attributes
        : new AttributeMap([KeyValuePair.Create("item_id", (AttributeValue)itemId)]);

    public ItemCandidate ToCandidate(RecommendedItem item) =>
        new(item.ItemId, item.Score, item.Source.WireName(), item.Reason, AttributesOf(item.ItemId));

    /// <summary>Finds items that rules pin: those of the catalogue that may be shown at that instant.</summary>
    public Func<string, ItemCandidate?> FindPinnable(DateTimeOffset now) => itemId =>
        Find(itemId) is { } item && item.IsVisible(now)
            ? new ItemCandidate(itemId, 1, RecommendationShaping.PinnedSource, "Chosen by an editor", AttributesOf(itemId))
            : null;

    public void Put(ItemRecord item) => _entries[item.ItemId] = new CatalogueEntry(item);

    public void Remove(string itemId) => _entries.TryRemove(itemId, out _);

    private sealed class CatalogueEntry(ItemRecord item)
    {
        public ItemRecord Item { get; } = item;

        public AttributeMap Attributes { get; } = new(Describe(item).Where(attribute => attribute.Value.IsPresent));

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
}
