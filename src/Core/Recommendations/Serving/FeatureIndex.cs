using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Which items carry which category or tag. Immutable.</summary>
/// <param name="names">The words of each feature as first written.</param>
/// <param name="itemsByFeature">The items that carry each feature, newest publication first.</param>
internal sealed class FeatureIndex(
    Dictionary<string, int> categories, string[] names, int[][] itemsByFeature, int itemCount)
{
    // Only the newest items of a broad label are worth a look, and a request must stay short.
    private const int NewestPerFeature = 200;

    private readonly float[] _rarities =
        [.. itemsByFeature.Select(items => MathF.Log(1 + ((float)itemCount / items.Length)))];

    public static FeatureIndex Empty { get; } = new([], [], [], 0);

    public int Count => names.Length;

    public string NameOf(int feature) => names[feature];

    public bool TryFindCategory(string? name, out int feature)
    {
        feature = -1;
        return name is not null && categories.TryGetValue(name, out feature);
    }

    /// <summary>The newest items, at most 200, that carry the feature.</summary>
    public ReadOnlySpan<int> NewestItemsOf(int feature) =>
        itemsByFeature[feature].AsSpan(0, Math.Min(NewestPerFeature, itemsByFeature[feature].Length));

    /// <summary>How much a feature tells: ln(1 + items / items that carry it).</summary>
    public float Rarity(int feature) => _rarities[feature];

    /// <summary>Adds to each item that shares features with the given one the rarity of these.</summary>
    public void AddAlike(CatalogueEntry entry, ScoreBuffer scores)
    {
        foreach (var feature in entry.Features) scores.AddAll(NewestItemsOf(feature), Rarity(feature));
    }
}
