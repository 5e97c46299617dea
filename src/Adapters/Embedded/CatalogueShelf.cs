using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// The catalogue as the recommender takes it: whole. Changes are gathered and handed over before the next question, so that a
/// batch of a thousand items costs one change.
/// </summary>
internal sealed class CatalogueShelf(Recommender recommender)
{
    private readonly Dictionary<string, (DateTimeOffset At, CatalogueItem Item)> _items = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private volatile bool _hasChanged;

    public void Apply(ItemChange change)
    {
        lock (_gate)
        {
            if (_items.TryGetValue(change.ItemId, out var known) && known.At > change.At) return;
            _items[change.ItemId] = (change.At, change.Item is { } item ? Describe(item) : Deleted(change.ItemId));
            _hasChanged = true;
        }
    }

    public void BringUpToDate()
    {
        if (!_hasChanged) return;
        lock (_gate)
        {
            if (!_hasChanged) return;
            recommender.ReplaceCatalogue(_items.Values.Select(entry => entry.Item));
            _hasChanged = false;
        }
    }

    /// <summary>A copy of all there is now, deleted items among them as hidden ones.</summary>
    public IReadOnlyList<CatalogueItem> Items()
    {
        lock (_gate) return [.. _items.Values.Select(entry => entry.Item)];
    }

    private static CatalogueItem Describe(ItemRecord item) => new()
    {
        ItemId = item.ItemId,
        Title = item.Title,
        Description = item.Description,
        Categories = item.Categories,
        Tags = item.Tags,
        Attributes = ItemAttributes.Of(item),
        Hidden = item.Hidden,
        PublishedAt = item.PublishedAt,
        ExpiresAt = item.ExpiresAt,
    };

    /// <summary>It stays as a hidden item: left out, it would be recommended as one that only interactions tell of.</summary>
    private static CatalogueItem Deleted(string itemId) => new() { ItemId = itemId, Hidden = true };
}
