using PersonalizationEngine.Core.Recommendations.Content;
using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The catalogue by item number. Immutable; a changed catalogue is a new one.</summary>
internal sealed class Catalogue
{
    private readonly CatalogueEntry?[] _entries;
    private readonly int[] _newestFirst;

    private Catalogue(CatalogueEntry?[] entries, int[] newestFirst, FeatureIndex features) =>
        (_entries, _newestFirst, Features) = (entries, newestFirst, features);

    public static Catalogue Empty { get; } = new([], [], FeatureIndex.Empty);

    public FeatureIndex Features { get; }

    /// <summary>Newest publication first, ties by item id; undated items last.</summary>
    public ReadOnlySpan<int> NewestFirst => _newestFirst;

    /// <summary>The entry of an item, or null when it was never catalogued.</summary>
    public CatalogueEntry? Find(int item) => (uint)item < (uint)_entries.Length ? _entries[item] : null;

    /// <summary>Of several items with one id the last counts; items that stood in the catalogue before are withdrawn.</summary>
    public static Catalogue Build(IEnumerable<DescribedItem> items, IdTable ids, Catalogue before)
    {
        Dictionary<int, DescribedItem> byNumber = [];
        foreach (var described in items)
            if (!string.IsNullOrEmpty(described.Item.ItemId)) byNumber[ids.GetOrAdd(described.Item.ItemId)] = described;

        int[] newestFirst = [.. byNumber
            .OrderByDescending(pair => pair.Value.Item.PublishedAt ?? DateTimeOffset.MinValue)
            .ThenBy(pair => pair.Value.Item.ItemId, StringComparer.Ordinal)
            .Select(pair => pair.Key)];

        var features = new FeatureIndexBuilder();
        var entries = new CatalogueEntry?[ids.Count];
        foreach (var number in newestFirst)
            entries[number] = Entry(byNumber[number].Item, features.AddItem(number, byNumber[number]));
        for (var number = 0; number < entries.Length; number++)
            if (before.Find(number) is not null) entries[number] ??= CatalogueEntry.Withdrawn;

        return new Catalogue(entries, newestFirst, features.Build());
    }

    private static CatalogueEntry Entry(CatalogueItem item, ItemFeatures features) => new(
        item.Title,
        features.Numbers,
        features.CategoryCount,
        features.LabelCount,
        item.PublishedAt?.UtcTicks ?? long.MinValue,
        item.Hidden ? long.MinValue : item.ExpiresAt?.UtcTicks ?? long.MaxValue,
        item.Attributes);
}
