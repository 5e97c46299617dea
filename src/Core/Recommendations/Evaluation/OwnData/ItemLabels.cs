namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>The categories and tags of each item.</summary>
public sealed class ItemLabels(IEnumerable<CatalogueItem> catalogue)
{
    private readonly Dictionary<string, HashSet<(bool IsTag, string Name)>> _labels = catalogue
        .GroupBy(item => item.ItemId, StringComparer.Ordinal)
        .ToDictionary(items => items.Key, items => LabelsOf(items.Last()), StringComparer.Ordinal);

    /// <summary>1 - mean cosine over all pairs of items that have labels; null when there is no such pair.</summary>
    public double? Diversity(IReadOnlyList<string> list)
    {
        var (cosines, pairs) = (0.0, 0);
        for (var first = 0; first < list.Count; first++)
        {
            if (Of(list[first]) is not { } left) continue;
            for (var second = first + 1; second < list.Count; second++)
            {
                if (Of(list[second]) is not { } right) continue;
                cosines += left.Count(right.Contains) / Math.Sqrt((double)left.Count * right.Count);
                pairs++;
            }
        }

        return pairs == 0 ? null : 1 - (cosines / pairs);
    }

    private HashSet<(bool IsTag, string Name)>? Of(string itemId) =>
        _labels.TryGetValue(itemId, out var labels) && labels.Count > 0 ? labels : null;

    private static HashSet<(bool IsTag, string Name)> LabelsOf(CatalogueItem item) =>
        [.. item.Categories.Select(name => (false, name.ToUpperInvariant())), .. item.Tags.Select(name => (true, name.ToUpperInvariant()))];
}
