using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// An answer that can be written over by the next one, for whoever asks so often that a page of objects each time is too much.
/// Not thread-safe.
/// </summary>
public sealed class RecommendationBuffer
{
    private readonly List<Suggestion> _items = [];
    private readonly List<Contribution> _contributions = [];

    /// <summary>Valid until the next answer.</summary>
    public ReadOnlySpan<Suggestion> Items => CollectionsMarshal.AsSpan(_items);

    /// <summary>The place of the first item in the whole list, from 0.</summary>
    public int Offset { get; private set; }

    /// <summary>Whether the list goes on after this page.</summary>
    public bool HasMore { get; internal set; }

    /// <summary>What spoke for the item, most first, at most <see cref="RecommendedItem.MostContributions"/>.</summary>
    public ReadOnlySpan<Contribution> ContributionsOf(in Suggestion item) =>
        CollectionsMarshal.AsSpan(_contributions).Slice(item.FirstContribution, item.ContributionCount);

    internal void Begin(int offset)
    {
        _items.Clear();
        _contributions.Clear();
        (Offset, HasMore) = (offset, false);
    }

    /// <summary>Of the item that is added next.</summary>
    internal void Add(in Contribution contribution) => _contributions.Add(contribution);

    internal void Add(in Suggestion item)
    {
        var first = _items.Count == 0 ? 0 : _items[^1].FirstContribution + _items[^1].ContributionCount;
        _items.Add(item with { FirstContribution = first, ContributionCount = _contributions.Count - first });
    }

    internal RecommendationPage ToPage()
    {
        var items = new RecommendedItem[_items.Count];
        for (var place = 0; place < items.Length; place++)
        {
            var item = _items[place];
            items[place] = new RecommendedItem(item.ItemId, item.Score, item.Source, item.Reason)
            {
                Contributions = item.ContributionCount == 0 ? [] : ContributionsOf(item).ToArray(),
                Choice = item.Choice,
            };
        }

        return new RecommendationPage(items, Offset, HasMore);
    }
}
