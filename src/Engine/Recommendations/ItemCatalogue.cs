using System.Collections.Concurrent;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// All items in memory, as conditions and answers need them. Changed by ingestion, read by every decision. Two batches stored
/// one after the other may arrive here the other way round, so it is the instant of the facts that decides.
/// </summary>
public sealed class ItemCatalogue
{
    private readonly ConcurrentDictionary<string, CatalogueEntry> _entries = new(StringComparer.Ordinal);

    public ItemRecord? Find(string itemId) => _entries.GetValueOrDefault(itemId)?.Item;

    /// <summary>What conditions can ask about the item; of one that is not in the catalogue, only its id.</summary>
    public AttributeMap AttributesOf(string itemId) => _entries.TryGetValue(itemId, out var entry) && entry.Item is not null
        ? entry.Attributes
        : ItemAttributes.OfUnknown(itemId);

    public ItemCandidate ToCandidate(RecommendedItem item) =>
        new(item.ItemId, item.Score, item.Source.WireName(), item.Reason, AttributesOf(item.ItemId)) { Choice = item.Choice };

    /// <summary>Finds items that rules pin: those of the catalogue that may be shown at that instant.</summary>
    public Func<string, ItemCandidate?> FindPinnable(DateTimeOffset now) => itemId =>
        Find(itemId) is { } item && item.IsVisible(now)
            ? new ItemCandidate(itemId, 1, RecommendationShaping.PinnedSource, "Chosen by an editor", AttributesOf(itemId))
            : null;

    /// <summary>Items in the order of their ids, deleted ones left out. It looks at every one: for people who search, not for decisions.</summary>
    /// <param name="text">What id or title begins with, whatever the case; null for all.</param>
    /// <param name="hidden">Null for both.</param>
    /// <param name="after">Only items whose id comes after it.</param>
    public IReadOnlyList<ItemRecord> Search(string? text, bool? hidden, string? after, int most) =>
    [
        .. _entries.Values.Select(entry => entry.Item).OfType<ItemRecord>()
            .Where(item => (hidden is null || item.Hidden == hidden)
                && (after is null || string.CompareOrdinal(item.ItemId, after) > 0)
                && (text is null || item.ItemId.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                    || item.Title?.StartsWith(text, StringComparison.OrdinalIgnoreCase) == true))
            .OrderBy(item => item.ItemId, StringComparer.Ordinal)
            .Take(most),
    ];

    /// <summary>How many items there are, and how many of them may be recommended at that instant.</summary>
    public (int All, int Visible) Count(DateTimeOffset now)
    {
        var items = _entries.Values.Select(entry => entry.Item).OfType<ItemRecord>().ToList();
        return (items.Count, items.Count(item => item.IsVisible(now)));
    }

    public void Apply(ItemChange change)
    {
        var entry = new CatalogueEntry(change);
        _entries.AddOrUpdate(change.ItemId, entry, (_, known) => known.At > entry.At ? known : entry);
    }

    private sealed class CatalogueEntry(ItemChange change)
    {
        public DateTimeOffset At { get; } = change.At;

        /// <summary>Null when it was deleted.</summary>
        public ItemRecord? Item { get; } = change.Item;

        public AttributeMap Attributes { get; } = change.Item is { } item ? ItemAttributes.Of(item) : AttributeMap.Empty;
    }
}
