namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Numbers the categories and tags of items given newest first. A tag is no category, even of the same name.</summary>
internal sealed class FeatureIndexBuilder
{
    private readonly Dictionary<string, int> _categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];
    private readonly List<List<int>> _itemsByFeature = [];
    private int _itemCount;

    /// <returns>The item's features, categories first, and how many of them are categories.</returns>
    public (int[] Numbers, int CategoryCount) AddItem(int item, CatalogueItem catalogueItem)
    {
        _itemCount++;
        HashSet<int> features = [];
        AddLabels(catalogueItem.Categories, _categories, features);
        var categoryCount = features.Count;
        AddLabels(catalogueItem.Tags, _tags, features);
        foreach (var feature in features) _itemsByFeature[feature].Add(item);
        return ([.. features], categoryCount);
    }

    public FeatureIndex Build() =>
        new(_categories, [.. _names], [.. _itemsByFeature.Select(items => items.ToArray())], _itemCount);

    private void AddLabels(IEnumerable<string> labels, Dictionary<string, int> known, HashSet<int> features)
    {
        foreach (var label in labels.Where(label => !string.IsNullOrWhiteSpace(label)))
        {
            if (!known.TryGetValue(label, out var feature))
            {
                known.Add(label, feature = _names.Count);
                _names.Add(label);
                _itemsByFeature.Add([]);
            }

            features.Add(feature);
        }
    }
}
