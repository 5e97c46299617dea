using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Which items carry which category, tag or word. Immutable.</summary>
/// <param name="names">The words of each feature as first written.</param>
/// <param name="itemsByFeature">The items that carry each feature, newest publication first.</param>
/// <param name="isWord">Whether a feature is a word of the text, neither category nor tag.</param>
internal sealed class FeatureIndex(
    Dictionary<string, int> categories, string[] names, int[][] itemsByFeature, bool[] isWord, int itemCount)
{
    // Only the newest items of a broad label are worth a look, and a request must stay short.
    private const int NewestPerFeature = 200;

    // Labels are chosen, words happen: a word tells less than a label as rare.
    private const float WordShare = 0.3f;

    private readonly float[] _rarities =
        [.. itemsByFeature.Select((items, feature) => RarityOf(items.Length, isWord[feature], itemCount))];

    public static FeatureIndex Empty { get; } = new([], [], [], [], 0);

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

    /// <summary>
    /// How much a feature tells: ln(1 + items / items that carry it), of a word 0.3 of that, and nothing where no other item
    /// has the word.
    /// </summary>
    public float Rarity(int feature) => _rarities[feature];

    /// <summary>Adds to each item that shares features with the given one the rarity of these.</summary>
    public void AddAlike(CatalogueEntry entry, ScoreBuffer scores)
    {
        foreach (var feature in entry.Features) scores.AddAll(NewestItemsOf(feature), Rarity(feature));
    }

    private static float RarityOf(int carriers, bool isWord, int itemCount)
    {
        var rarity = MathF.Log(1 + ((float)itemCount / carriers));
        if (!isWord) return rarity;
        return carriers > 1 ? WordShare * rarity : 0;
    }
}
