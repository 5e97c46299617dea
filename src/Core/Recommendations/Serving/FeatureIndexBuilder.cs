using PersonalizationEngine.Core.Recommendations.Content;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// Numbers the categories, tags and words of items given newest first. A tag is no category, even of the same name, and a
/// word is neither.
/// </summary>
internal sealed class FeatureIndexBuilder
{
    private readonly Dictionary<string, int> _categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<List<int>> _itemsByFeature = [];
    private int _itemCount;

    public ItemFeatures AddItem(int item, DescribedItem described)
    {
        _itemCount++;
        HashSet<int> features = [];
        AddLabels(described.Item.Categories, _categories, features);
        var categoryCount = features.Count;
        AddLabels(described.Item.Tags, _tags, features);
        var labelCount = features.Count;
        AddLabels(described.Words, _words, features);
        foreach (var feature in features) _itemsByFeature[feature].Add(item);
        return new ItemFeatures([.. features], categoryCount, labelCount);
    }

    public FeatureIndex Build()
    {
        var isWord = new bool[_names.Count];
        foreach (var feature in _words.Values) isWord[feature] = true;
        return new(_categories, [.. _names], [.. _itemsByFeature.Select(items => items.ToArray())], isWord, _itemCount);
    }

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
