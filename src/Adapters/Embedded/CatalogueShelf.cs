using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// The catalogue as the recommender takes it: whole. Changes are gathered and handed over before the next question, so that a
/// batch of a thousand items costs one change.
/// </summary>
internal sealed class CatalogueShelf(Recommender recommender)
{
    private readonly Dictionary<string, CatalogueItem> _items = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private volatile bool _hasChanged;

    public void Put(ItemRecord item)
    {
        lock (_gate)
        {
            _items[item.ItemId] = new CatalogueItem
            {
                ItemId = item.ItemId,
                Title = item.Title,
                Categories = item.Categories,
                Tags = item.Tags,
                Hidden = item.Hidden,
                PublishedAt = item.PublishedAt,
                ExpiresAt = item.ExpiresAt,
            };
            _hasChanged = true;
        }
    }

    public void Remove(string itemId)
    {
        lock (_gate) _hasChanged |= _items.Remove(itemId);
    }

    public void BringUpToDate()
    {
        if (!_hasChanged) return;
        lock (_gate)
        {
            if (!_hasChanged) return;
            recommender.ReplaceCatalogue(_items.Values);
            _hasChanged = false;
        }
    }
}
